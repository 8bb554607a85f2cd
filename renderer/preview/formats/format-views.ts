import type { DataFormat } from '../../../app/shared/resource/resource.ts';
import { csvView } from './csv.ts';
import type { FormatView } from './format-view.ts';
import { jsonView } from './json.ts';
import { xmlView } from './xml.ts';

/** A format that the window cannot show does not compile. */
export const formatViews: Record<DataFormat, FormatView> = { json: jsonView, xml: xmlView, csv: csvView };
