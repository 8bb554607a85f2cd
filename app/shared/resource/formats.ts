import type { DataFormat } from './resource.ts';

/** What main and the window both know of a format. How it is read: `resources/preview/formats/`. */
interface FormatFacts {
  /** In sentences and choices. */
  name: string;
  /** Of its files. */
  extension: string;
  /** RFC 9110 §12.5.1: what a GET asks for. */
  accept: string;
}

/** A format without these does not compile. */
export const formatFacts: Record<DataFormat, FormatFacts> = {
  json: { name: 'JSON', extension: 'json', accept: 'application/json, */*;q=0.5' },
  xml: { name: 'XML', extension: 'xml', accept: 'application/xml, text/xml;q=0.9, */*;q=0.5' },
  csv: { name: 'CSV', extension: 'csv', accept: 'text/csv, */*;q=0.5' },
};
