import { formatJson } from '../raw/format-json.ts';
import type { FormatView } from './format-view.ts';

export const jsonView: FormatView = { indent: formatJson };
