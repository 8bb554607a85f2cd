import type { RawHeaders, WindowExchange } from '../http/exchanges.ts';
import { hostOf } from './navigation.ts';

/** Most capable first: a browser uses the first one that it supports. */
const schemes = ['Negotiate', 'NTLM', 'Digest', 'Basic'] as const;

/**
 * A login page that asks for HTTP authentication (RFC 9110 §11.6.1). A browser shows a password prompt, or signs in as
 * the user of this computer. A login window does neither, so it shows a plain 401.
 */
export interface SignInPrompt {
  host: string;
  scheme: (typeof schemes)[number];
}

/** The prompt on a page of a login window. Only top frames count: services probe in hidden frames. */
export function signInPromptIn({ url, status, responseHeaders }: WindowExchange): SignInPrompt | undefined {
  if (status !== 401) return undefined;
  const offered = challengesIn(responseHeaders ?? {});
  const scheme = schemes.find((each) => offered.has(each.toLowerCase()));
  return scheme === undefined ? undefined : { host: hostOf(url), scheme };
}

/** The schemes of `WWW-Authenticate`, in lower case. Challenges arrive one per line or in one list. */
function challengesIn(headers: RawHeaders): Set<string> {
  const lines = Object.entries(headers)
    .filter(([name]) => name.toLowerCase() === 'www-authenticate')
    .flatMap(([, value]) => value ?? []);
  // A realm may contain anything, including commas and names of schemes.
  const items = lines.flatMap((line) => line.replace(/"(?:[^"\\]|\\.)*"/g, '').split(/[,\n]/));
  return new Set(items.map((item) => item.trim().split(/\s/)[0]?.toLowerCase() ?? ''));
}
