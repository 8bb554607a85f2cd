import { currentLanguage } from '../../app/shared/messages/format.ts';

/** `a, b, and c`, as the current language lists things. */
export const listText = (items: readonly string[]): string => new Intl.ListFormat(currentLanguage()).format(items);
