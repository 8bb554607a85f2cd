import { text } from '../../messages/text.ts';

/** A category is a word of Peaka's. Empty: the type has none. */
export const categoryWord = (category: string): string =>
  category === '' ? text('peaka.dialog.type.other') : category;
