import type { FormatView } from './format-view.ts';

export const csvView: FormatView = {
  noRows: 'The first line names the columns. No line follows it.',
  hasFirstRow: true,
};
