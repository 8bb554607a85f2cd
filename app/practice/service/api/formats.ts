/** The formats of the API's data, each named like its path extension. */
const formatNames = ['json', 'xml', 'csv'] as const;
export type Format = (typeof formatNames)[number];

/** The data of a resource: its JSON value, and the table rows that represent it. */
interface Data {
  value: unknown;
  rows: readonly object[];
}

interface FormatWriter {
  contentType: string;
  /** The media types in `Accept` (RFC 9110 §12.5.1). */
  accepted: readonly string[];
  write(data: Data, names: Names): string;
}

/** A format that nothing writes does not compile. */
export const formats: Readonly<Record<Format, FormatWriter>> = {
  json: {
    contentType: 'application/json; charset=utf-8',
    accepted: ['application/json'],
    write: ({ value }) => JSON.stringify(value),
  },
  xml: {
    contentType: 'application/xml; charset=utf-8',
    accepted: ['application/xml', 'text/xml'],
    write: ({ value }, names) => toXml(value, names),
  },
  csv: {
    contentType: 'text/csv; charset=utf-8',
    accepted: ['text/csv'],
    write: ({ rows }) => toCsv(rows),
  },
};

export const formatOf = (extension: string): Format | undefined => formatNames.find((name) => name === extension);

/** The path's extension decides, then the first known type in `Accept`. Default: JSON. */
export function chooseFormat(extension: string | undefined, accept: string | undefined): Format {
  const named = extension === undefined ? undefined : formatOf(extension);
  if (named !== undefined) return named;
  for (const range of (accept ?? '').split(',')) {
    const type = range.split(';')[0]?.trim().toLowerCase() ?? '';
    const found = formatNames.find((name) => formats[name].accepted.includes(type));
    if (found !== undefined) return found;
  }
  return 'json';
}

export interface Names {
  /** The root element. */
  root: string;
  /** The element of each list entry. */
  entry: string;
}

function toXml(value: unknown, { root, entry }: Names): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xmlElement(root, value, entry)}\n`;
}

function xmlElement(name: string, value: unknown, entry: string): string {
  if (Array.isArray(value))
    return `<${name}>${value.map((item) => xmlElement(entry, item, 'entry')).join('')}</${name}>`;
  if (typeof value === 'object' && value !== null) {
    const children = Object.entries(value).map(([key, child]) => xmlElement(key, child, singular(key)));
    return `<${name}>${children.join('')}</${name}>`;
  }
  return `<${name}>${escapeXml(String(value ?? ''))}</${name}>`;
}

const singular = (name: string) => (name.endsWith('s') ? name.slice(0, -1) : 'entry');
const xmlEscapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeXml = (text: string) => text.replace(/[&<>"]/g, (character) => xmlEscapes[character] ?? '');

/** RFC 4180. Nested objects become columns with dotted names; a list becomes one cell. */
function toCsv(rows: readonly object[]): string {
  const flat = rows.map((row) => flatten(row));
  const columns = [...new Set(flat.flatMap((row) => [...row.keys()]))];
  const lines = [columns, ...flat.map((row) => columns.map((column) => row.get(column) ?? ''))];
  return `${lines.map((cells) => cells.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

function flatten(value: object, prefix = '', into = new Map<string, string>()): Map<string, string> {
  for (const [key, child] of Object.entries(value)) {
    if (Array.isArray(child)) into.set(prefix + key, child.map(cellText).join('; '));
    else if (typeof child === 'object' && child !== null) flatten(child, `${prefix}${key}.`, into);
    else into.set(prefix + key, cellText(child));
  }
  return into;
}

function cellText(value: unknown): string {
  if (typeof value === 'object' && value !== null) return 'name' in value ? String(value.name) : JSON.stringify(value);
  return String(value ?? '');
}

const csvCell = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
