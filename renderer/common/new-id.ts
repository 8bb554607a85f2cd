/** A new id: 128 random bits. `crypto.randomUUID` wants a secure context, which not every platform's page is. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
