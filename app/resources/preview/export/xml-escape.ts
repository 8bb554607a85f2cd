const marks: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;' };
// biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 §2.2 has none of these characters
const special = /[&<>"\r\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** For the content of elements and of attributes in quotes. What XML 1.0 cannot hold becomes U+FFFD. */
export const escapedXml = (text: string): string =>
  text.toWellFormed().replaceAll(special, (character) => marks[character] ?? '\ufffd');
