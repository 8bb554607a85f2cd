import { text } from '../../messages/text.ts';
import type { FormatView } from './format-view.ts';

export const csvView: FormatView = {
  noRows: () => text('preview.emptyList.csv'),
  hasFirstRow: true,
  hasNoPaths: true,
};
