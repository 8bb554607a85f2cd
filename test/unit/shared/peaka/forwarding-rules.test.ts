import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ForwardingRule, forwardingRules } from '../../../../app/shared/peaka/forwarding-rules.ts';

const peaka = 'https://peaka.studio/oauth2/callback';
const textOf = (server: ForwardingRule['server'], own: string, target = peaka): string => {
  const rule = forwardingRules(own, target).find((each) => each.server === server);
  if (rule === undefined) throw new Error(`no rule for ${server}`);
  return rule.text;
};
/** The first group of a regular expression that the text must match. */
const part = (text: string, wanted: RegExp): string => {
  const found = wanted.exec(text)?.[1];
  if (found === undefined) throw new Error(`${wanted} is not in:\n${text}`);
  return found;
};

describe('the forwarding rules', () => {
  it('are there for six servers, each with a comment that says where it belongs', () => {
    const rules = forwardingRules('https://yourdomain.com/oauth2/mycallback', peaka);
    expect(rules.map(({ server, language }) => `${server} ${language}`)).toEqual([
      'apache apacheconf',
      'nginx nginx',
      'caddy caddyfile',
      'traefik yaml',
      'express javascript',
      'spring java',
    ]);
    for (const { text } of rules) expect(text).toMatch(/^(#|\/\/) .*https:\/\/yourdomain\.com[,. ]/);
  });

  it('say 307, keep the query, and name no path but the user’s own', () => {
    const own = 'https://yourdomain.com:8443/oauth2/mycallback/';
    expect(textOf('apache', own)).toContain(
      'RewriteRule "^/?oauth2/mycallback/$" "https://peaka.studio/oauth2/callback" [R=307,NE,L]',
    );
    expect(textOf('nginx', own)).toContain('location = "/oauth2/mycallback/" {');
    expect(textOf('nginx', own)).toContain('return 307 "https://peaka.studio/oauth2/callback$is_args$args";');
    expect(textOf('caddy', own)).toContain('redir @peaka `https://peaka.studio/oauth2/callback?{query}` 307');
    expect(textOf('traefik', own)).toMatch(/^ {8}replacement: 'https:\/\/peaka\.studio\/oauth2\/callback\$\{1\}'$/m);
    expect(textOf('express', own)).toContain('app.get(/^\\/oauth2\\/mycallback\\/$/,');
    expect(textOf('spring', own)).toContain('@GetMapping("/oauth2/mycallback/")');
    for (const { text } of forwardingRules(own, peaka)) expect(text).toContain('https://yourdomain.com:8443');
  });

  it('give Traefik an entry point that fits the scheme', () => {
    expect(textOf('traefik', 'http://localhost:8080/cb')).toContain('entryPoints: [web]\n');
    expect(textOf('traefik', 'http://localhost:8080/cb')).not.toContain('tls');
    expect(textOf('traefik', 'https://localhost/cb')).toContain('entryPoints: [websecure]\n');
    expect(textOf('traefik', 'https://localhost/cb')).toContain('      tls: {}\n');
  });

  it.each([
    ['no URL', 'yourdomain.com/cb'],
    ['another scheme', 'tokenboard://cb'],
    ['a user name', 'https://ann@yourdomain.com/cb'],
    ['a password', 'https://:pw@yourdomain.com/cb'],
    ['a quote in the host', 'https://your"domain.com/cb'],
    ['a `$` in the host', 'https://your$domain.com/cb'],
    ['an encoded slash', 'https://yourdomain.com/a%2Fb'],
    ['an encoded question mark', 'https://yourdomain.com/a%3fb'],
    ['an encoded line break', 'https://yourdomain.com/a%0Ab'],
    ['an encoded line separator', 'https://yourdomain.com/a%E2%80%A8b'],
    ['a text that turns its direction', 'https://yourdomain.com/a%E2%80%AEb'],
    ['two slashes', 'https://yourdomain.com//cb'],
    ['a path that is no UTF-8', 'https://yourdomain.com/%E4'],
  ])('are not there for an address with %s', (_, url) => {
    expect(forwardingRules(url, peaka)).toEqual([]);
    expect(forwardingRules('https://yourdomain.com/cb', url)).toEqual([]);
  });

  it('are not there for a callback URL of Peaka with a query', () => {
    expect(forwardingRules('https://yourdomain.com/cb', `${peaka}?a=1`)).toEqual([]);
  });

  it('ignore a query of the user’s own address, which the service sends back with the rest', () => {
    const rules = forwardingRules('https://yourdomain.com/cb?tenant=7', peaka);
    expect(rules).toEqual(forwardingRules('https://yourdomain.com/cb', peaka));
    expect(rules).not.toEqual([]);
  });
});

/** Printable characters, of which many mean something to one of the servers. */
const awkward = fc
  .array(fc.oneof(fc.constantFrom(...'$%"\'`{}()[]*+.^|<>#;:@&=,!~ aZ09-_ä語'), fc.string({ maxLength: 2 })), {
    minLength: 1,
    maxLength: 12,
  })
  .map((parts) => parts.join('').replace(/[\p{C}\p{Zl}\p{Zp}/\\?]/gu, ''))
  .filter((segment) => segment !== '' && segment !== '.' && segment !== '..');
const segments = fc.array(awkward, { minLength: 1, maxLength: 3 });
const pathOf = (list: string[]) => `/${list.map(encodeURIComponent).join('/')}`;
const ownUrl = (list: string[]) => `https://yourdomain.com${pathOf(list)}`;

/** The texts between the quotes, once `undone` has taken back what the language writes in another way. */
const readers: Record<ForwardingRule['server'], (text: string) => RegExp> = {
  apache: (text) => new RegExp(part(text, /^RewriteRule "(\^[^"\n]*\$)" "[^"\n]*" \[R=307,NE,L\]$/m), 'u'),
  nginx: (text) => {
    const written = part(text, /^location = "((?:[^"\\\n]|\\["\\])*)" \{$/m);
    const decoded = written.replace(/\\(.)/g, '$1');
    return new RegExp(`^${decoded.replace(/[$^.*+?()[\]{}|\\/-]/g, '\\$&')}$`);
  },
  caddy: (text) => new RegExp(part(text, /^@peaka path_regexp `(\^[^`{\n]*\$)`$/m), 'u'),
  traefik: (text) => {
    const written = part(text, /^ {6}rule: '((?:[^'\n]|'')*)'$/m).replaceAll("''", "'");
    const path: unknown = JSON.parse(part(written, /Path\(("(?:[^"\\]|\\.)*")\)/));
    return new RegExp(`^${String(path).replace(/[$^.*+?()[\]{}|\\/-]/g, '\\$&')}$`);
  },
  express: (text) => new RegExp(part(text, /^app\.get\(\/(\^(?:[^/\n]|\\\/)*\$)\/, \(request, response\) => \{$/m)),
  spring: (text) => {
    const path: unknown = JSON.parse(part(text, /^ {4}@GetMapping\(("(?:[^"\\\n]|\\.)*")\)$/m));
    const written = String(path).replace(
      /\{part\d+:([^{}]*)\}|[.]/g,
      (all, regex: string | undefined) => regex ?? `\\${all}`,
    );
    return new RegExp(`^${written}$`, 'u');
  },
};

describe.each(Object.keys(readers) as ForwardingRule['server'][])('the rule for %s', (server) => {
  const isRaw = server === 'express';

  it('matches exactly the path of the callback URL, whatever it contains', () => {
    fc.assert(
      fc.property(segments, segments, (list, others) => {
        const matcher = readers[server](textOf(server, ownUrl(list)));
        const seen = (each: string[]) => {
          const { pathname } = new URL(ownUrl(each));
          return isRaw ? pathname : decodeURIComponent(pathname);
        };
        const compared = (path: string) => (server === 'spring' ? path.replace(/;[^/]*/g, '') : path);
        expect(matcher.test(compared(seen(list)))).toBe(true);
        if (compared(seen(others)) !== compared(seen(list))) expect(matcher.test(compared(seen(others)))).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it('has the same lines for every path: no character of it ends a quote, a line or a comment', () => {
    const plain = textOf(server, 'https://yourdomain.com/cb').split('\n');
    fc.assert(
      fc.property(segments, segments, (own, target) => {
        const lines = textOf(server, ownUrl(own), `https://peaka.studio${pathOf(target)}`).split('\n');
        expect(lines).toHaveLength(plain.length);
        // Lines without an address are the same, the others begin and end in the same way.
        for (const [index, line] of lines.entries()) {
          const of = plain[index] ?? '';
          if (!/cb|peaka\.studio/.test(of)) expect(line).toBe(of);
          expect(line.slice(0, 4)).toBe(of.slice(0, 4));
          expect(line.slice(-2)).toBe(of.slice(-2));
        }
      }),
      { numRuns: 500 },
    );
  });
});
