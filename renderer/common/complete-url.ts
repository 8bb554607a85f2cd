const label = String.raw`(?:[a-z0-9_-]|\{\w+\})+`;
const hostFirst = new RegExp(String.raw`^(?:[^/?#@\s]*@)?${label}(?:\.${label})+(?::\d+)?(?:[/?#]|$)`, 'i');
const localFirst = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?(?:[/?#]|$)/i;

/** `api.example.com/v1` → `https://api.example.com/v1`: what is left when somebody types a host. Pure. */
export function completeUrl(typed: string): string {
  const text = typed.trim();
  if (text.startsWith('//')) return `https:${text}`;
  if (localFirst.test(text)) return `http://${text}`;
  return hostFirst.test(text) ? `https://${text}` : text;
}
