import type { FormatView } from './format-view.ts';

export const jsonView: FormatView = {};
