/** A new id: 128 random bits. `crypto.randomUUID` needs a secure context, which not every platform provides. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
