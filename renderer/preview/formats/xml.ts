import { formatXml } from '../raw/format-xml.ts';
import type { FormatView } from './format-view.ts';

export const xmlView: FormatView = { indent: formatXml };
