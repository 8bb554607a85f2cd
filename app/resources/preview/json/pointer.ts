/** JSON Pointer, RFC 6901. `undefined`: not a pointer. */
export function readPointer(pointer: string): string[] | undefined {
  if (pointer === '') return [];
  if (!pointer.startsWith('/')) return undefined;
  return pointer
    .slice(1)
    .split('/')
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
}

export function childPointer(pointer: string, key: string | number): string {
  return `${pointer}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** The pointer's tokens as people write paths: `data.items`. */
export function pointerLabel(pointer: string): string {
  const tokens = readPointer(pointer) ?? [];
  return tokens.length === 0 ? 'root' : tokens.join('.');
}

/** RFC 6901 §4: no leading zeros. -1: not an index. */
export function readIndex(token: string): number {
  return /^(0|[1-9]\d{0,9})$/.test(token) ? Number(token) : -1;
}
