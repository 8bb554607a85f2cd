import type { DataFormat } from './resource.ts';

/** What both processes know about a format. `resources/preview/formats/` reads it. */
interface FormatFacts {
  /** For sentences and choices. */
  name: string;
  /** The file extension. */
  extension: string;
  /** The Accept header of a GET (RFC 9110 §12.5.1). */
  accept: string;
}

/** A format without these does not compile. */
export const formatFacts: Record<DataFormat, FormatFacts> = {
  json: { name: 'JSON', extension: 'json', accept: 'application/json, */*;q=0.5' },
  xml: { name: 'XML', extension: 'xml', accept: 'application/xml, text/xml;q=0.9, */*;q=0.5' },
  csv: { name: 'CSV', extension: 'csv', accept: 'text/csv, */*;q=0.5' },
};
