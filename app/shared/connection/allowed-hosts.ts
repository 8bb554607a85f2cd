import { type Message, message } from '../messages/message.ts';
/**
 * Whether a URL is on one of the hosts (row 42). Patterns: `api.example.com` or `*.example.com` (any subdomain, not the
 * domain itself), each on the scheme's default port, or `host:port`. Pure: the renderer uses it too.
 */
export function isHostAllowed(patterns: readonly string[], url: URL): boolean {
  return patterns.some((pattern) => matchesHost(pattern, url));
}

export function matchesHost(pattern: string, url: URL): boolean {
  const wanted = parsePattern(pattern);
  if (wanted === undefined) return false;
  const port = url.port === '' && wanted.port !== '' ? ownPort[url.protocol] : url.port;
  if (wanted.port !== port) return false;
  if (!wanted.anySubdomain) return wanted.hostname === url.hostname;
  return url.hostname.endsWith(`.${wanted.hostname}`);
}

/** Says what is wrong with a pattern that can never match. */
export function hostPatternProblem(pattern: string): Message | undefined {
  if (/^[a-z]+:\/\//i.test(pattern)) return message('fields.host.only');
  return parsePattern(pattern) ? undefined : message('fields.host.form');
}

const ownPort: Record<string, string> = { 'http:': '80', 'https:': '443' };

interface HostPattern {
  anySubdomain: boolean;
  hostname: string;
  /** As in URL: empty for the default port. */
  port: string;
}

function parsePattern(pattern: string): HostPattern | undefined {
  const anySubdomain = pattern.startsWith('*.');
  const host = anySubdomain ? pattern.slice(2) : pattern;
  if (host === '' || /[/?#@\\*\s]/.test(host)) return undefined;
  try {
    // The parser lowercases the host, encodes IDN as URL.hostname does, and drops the default port.
    const url = new URL(`https://${host}`);
    // `*.com` would give the token to almost anyone.
    if (anySubdomain && !url.hostname.includes('.')) return undefined;
    return { anySubdomain, hostname: url.hostname, port: url.port };
  } catch {
    return undefined;
  }
}
