import type { DataFormat } from '../../../shared/resource/resource.ts';
import { csvFormat } from './csv/csv-format.ts';
import type { Format } from './format.ts';
import { jsonFormat } from './json/json-format.ts';
import { xmlFormat } from './xml/xml-format.ts';

/** A format that nothing reads does not compile. */
export const formats: Record<DataFormat, Format> = { json: jsonFormat, xml: xmlFormat, csv: csvFormat };
