/**
 * Whether text that starts like a tag is markup. Names such as `<PER>` are not: nothing closes them, and a delimiter
 * follows.
 */
export const hasMarkup = (text: string): boolean => /<\/[a-z_]|\/>/i.test(text) && !/^<[^<>]*>[ "]*[,;|\t]/.test(text);
