const unreserved = /^[A-Za-z0-9\-._~]$/;

/** RFC 5849 §3.6: every UTF-8 byte except unreserved characters, in upper-case hex. */
export function encode(text: string): string {
  let encoded = '';
  for (const byte of Buffer.from(text, 'utf8')) {
    const character = String.fromCharCode(byte);
    encoded += unreserved.test(character) ? character : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }
  return encoded;
}

/** RFC 3986 §2.1. Throws URIError if the text is not percent-encoded UTF-8. */
export function decode(text: string): string {
  return decodeURIComponent(text);
}
