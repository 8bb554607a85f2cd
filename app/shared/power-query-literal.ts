/** A text of Power Query M (language specification, 2.5): `""` is a quote, `#(…)` a character. */
export function powerQueryLiteral(text: string): string {
  const written = text
    .replaceAll('"', '""')
    .replaceAll('#(', '#(#)(')
    .replace(/\p{Cc}/gu, (letter) => `#(${letter.charCodeAt(0).toString(16).padStart(4, '0')})`);
  return `"${written}"`;
}
