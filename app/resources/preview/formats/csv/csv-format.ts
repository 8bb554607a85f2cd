import { message } from '../../../../shared/messages/message.ts';
import { JsonDocument } from '../../json/document.ts';
import type { Format, FormatReader, ReaderOptions } from '../format.ts';
import { placeOf } from '../place.ts';
import { CsvReader } from './csv-reader.ts';

/**
 * Whether text that starts like a tag is markup. Names such as `<PER>` are not: nothing closes them, and a delimiter
 * follows.
 */
const hasMarkup = (text: string): boolean => /<\/[a-z_]|\/>/i.test(text) && !/^<[^<>]*>[ "]*[,;|\t]/.test(text);

export const csvFormat: Format = {
  isReadAsItArrives: true,
  isJson: false,
  createReader,
  look: (start, contentType) =>
    /\b(text\/csv|tab-separated-values)\b/i.test(contentType) && !/^[[{<]/.test(start) ? 'surely' : undefined,
  // The first cell may be a name such as `<PER>`.
  mayStartLike: (start) => start.startsWith('<') && !hasMarkup(start),
};

function createReader({
  start,
  contentType,
  expectedBytes,
  limitBytes,
  firstRow = 'auto',
  delimiter,
}: ReaderOptions): FormatReader {
  const csv = new CsvReader(start, {
    contentType,
    expectedBytes: Math.min(expectedBytes ?? 0, limitBytes),
    firstRow,
    delimiter,
  });
  const document = () => new JsonDocument(csv.json, csv.scanner.structure, { columnNames: csv.columnNames });
  return {
    write: (bytes, length) => csv.write(bytes, length),
    end: (bytes, length) => csv.end(bytes, length),
    untoldLinesFrom: () => 0,
    flush: () => csv.flush(),
    soFar: (_text, mismatch) => (mismatch() === undefined ? document() : undefined),
    finish: (text, mismatch) => {
      const other = mismatch();
      if (other !== undefined) return { fault: { message: other } };
      const { unclosedAt, notes } = csv;
      if (unclosedAt === undefined) return { document: document(), notes };
      const { line } = placeOf(text, unclosedAt);
      return { fault: { message: message('preview.csv.unclosed'), line } };
    },
  };
}
