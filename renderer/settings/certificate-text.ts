/** No bundle of authorities is larger. */
const mostBytes = 2_000_000;

/** A certificate file as text: PEM as it is, DER as its base64. A file too large is cut, and then no certificate. */
export async function certificateText(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.slice(0, mostBytes).arrayBuffer());
  const text = new TextDecoder().decode(bytes);
  if (text.includes('-----BEGIN')) return text;
  // Piece by piece: the arguments of a call are limited.
  let binary = '';
  for (let start = 0; start < bytes.length; start += 8192)
    binary += String.fromCharCode(...bytes.subarray(start, start + 8192));
  return btoa(binary);
}
