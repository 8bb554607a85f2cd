/** While a login is open: what the user does meanwhile. */
export const waiting = {
  'waiting.paste.page': 'It ends on a page at <mono>{host}</mono>. What it shows does not matter.',
} as const;
