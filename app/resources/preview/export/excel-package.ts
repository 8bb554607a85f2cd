import { strFromU8, unzipSync } from 'fflate';
import writeExcelFile from 'write-excel-file/universal';

/** The styles of the cells below the header, by their names here. Formats are those of Excel. */
const formats = {
  date: 'yyyy-mm-dd',
  datetime: 'yyyy-mm-dd hh:mm:ss',
  time: 'hh:mm:ss',
  duration: '[h]:mm:ss',
} as const;
export type CellStyle = keyof typeof formats;

/** The parts of an Excel file around the rows. */
export interface ExcelPackage {
  /** All parts but the sheet, by their names. */
  parts: Record<string, Uint8Array>;
  sheetName: string;
  /** The sheet until the end of its header row, and from the end of its rows. */
  before: string;
  after: string;
  styles: Record<CellStyle, number>;
}

const sheetPart = 'xl/worksheets/sheet1.xml';

/**
 * Lets the library write a sheet with the header, frozen and bold, and one row of each style; the rows are streamed in
 * its place. `widths`: in characters.
 */
export async function excelPackage(names: readonly string[], widths: readonly number[]): Promise<ExcelPackage> {
  const styled = Object.values(formats).map((format) => ({ value: 1, type: Number, format }));
  const header = names.map((value) => ({ value, type: String, fontWeight: 'bold' as const }));
  const file = writeExcelFile([header, styled], {
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: 1,
    sheet: 'Data',
  });
  const all = unzipSync(new Uint8Array(await (await file.toBlob()).arrayBuffer()));
  const { [sheetPart]: sheet = new Uint8Array(), ...parts } = all;
  const text = strFromU8(sheet);
  const start = text.indexOf('<row r="2">');
  const end = text.indexOf('</sheetData>');
  const numbers = [...text.slice(start, end).matchAll(/ s="(\d+)"/g)].map(([, style]) => Number(style));
  if (start === -1 || numbers.length !== styled.length) throw new Error('unexpected sheet');
  const styles = Object.fromEntries(Object.keys(formats).map((name, index) => [name, numbers[index]]));
  return {
    parts,
    sheetName: sheetPart,
    before: text.slice(0, start),
    after: text.slice(end),
    styles: styles as ExcelPackage['styles'], // one for each format, as checked above
  };
}
