import type { FormatView } from './format-view.ts';

export const xmlView: FormatView = {};
