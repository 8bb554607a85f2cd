import { z } from 'zod';

/** What a table can be written as, in the order of the window. */
export const exportFormats = ['csv', 'xlsx', 'json', 'ndjson'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** `shown`: as the preview shows it, with its steps, columns and names. `all`: every row and column as found. */
export const exportScopes = ['shown', 'all'] as const;

export const csvDelimiters = ['comma', 'semicolon', 'tab'] as const;
export const decimalMarks = ['point', 'comma'] as const;
export const lineEnds = ['crlf', 'lf'] as const;
/** `iso`: ISO 8601, and numbers without marks of thousands. `source`: dates as the service writes them. */
export const dateStyles = ['iso', 'source'] as const;
/** `flat`: an object of the columns, by their names. `source`: the row as the service sent it. */
export const jsonRows = ['flat', 'source'] as const;

/** The choices for each format. Kept in the preferences. */
export const exportChoicesSchema = z.object({
  format: z.enum(exportFormats),
  scope: z.enum(exportScopes),
  csv: z.object({
    delimiter: z.enum(csvDelimiters),
    decimalMark: z.enum(decimalMarks),
    lineEnd: z.enum(lineEnds),
    /** A byte order mark, by which Excel knows UTF-8. */
    mark: z.boolean(),
    /** The names of the columns in the first line. */
    header: z.boolean(),
    dates: z.enum(dateStyles),
  }),
  /** Of JSON and NDJSON. */
  json: z.object({ rows: z.enum(jsonRows) }),
});
export type ExportChoices = z.infer<typeof exportChoicesSchema>;
export type CsvChoices = ExportChoices['csv'];

/** RFC 4180, with the byte order mark that Excel needs. */
export const initialExportChoices: ExportChoices = {
  format: 'csv',
  scope: 'shown',
  csv: { delimiter: 'comma', decimalMark: 'point', lineEnd: 'crlf', mark: true, header: true, dates: 'iso' },
  json: { rows: 'flat' },
};

/** What both processes know about a format. */
interface ExportFacts {
  /** The choices that the format has. */
  choices: 'csv' | 'json' | undefined;
  /** Whether a terminal can show it. */
  isText: boolean;
  /** A larger table does not fit. `rows`: with the header. */
  limits?: { rows: number; columns: number };
}

/** A format without these does not compile. */
export const exportFacts: Record<ExportFormat, ExportFacts> = {
  csv: { choices: 'csv', isText: true },
  xlsx: { choices: undefined, isText: false, limits: { rows: 1_048_576, columns: 16_384 } },
  json: { choices: 'json', isText: true },
  ndjson: { choices: 'json', isText: true },
};

/** Whether a file of the format has room for the table. */
export function fitsFormat(format: ExportFormat, rowCount: number, columnCount: number): boolean {
  const { limits } = exportFacts[format];
  return limits === undefined || (rowCount < limits.rows && columnCount <= limits.columns);
}
