/** A request that was pasted as a command, a snippet or a message. */
export interface PastedRequest {
  /** Upper case. */
  method: string;
  /** With scheme. */
  url: string;
  headers: [name: string, value: string][];
  /** `-u name:password`, Basic authentication (RFC 7617). */
  basic?: { username: string; password: string } | undefined;
  body?: string | undefined;
  /** Options of the command that change the request and were not understood. */
  unknown: string[];
}

export const emptyRequest = (): PastedRequest => ({ method: '', url: '', headers: [], unknown: [] });

/** `api.example.com/v1` → `https://api.example.com/v1`; a name of this computer gets http, as nothing there has https. */
export function withScheme(url: string): string {
  const text = url.trim();
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) return text;
  const isHere = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?=[:/?#]|$)/i.test(text);
  return `${isHere ? 'http' : 'https'}://${text.replace(/^\/+/, '')}`;
}

/** Splits `Name: value`. `undefined`: this line is not a header. */
export function readHeaderLine(line: string): [name: string, value: string] | undefined {
  const [, name, value = ''] = /^\s*([!#$%&'*+.^_`|~\w-]+)\s*:\s*(.*?)\s*$/s.exec(line) ?? [];
  return name === undefined ? undefined : [name, value];
}
