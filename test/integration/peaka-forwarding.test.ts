import { afterEach, describe, expect, it } from 'vitest';
import { forwardingRules } from '../../app/shared/peaka/forwarding-rules.ts';
import { forwardingServers, rawGet, startForwardingServer } from '../servers/forwarding-servers.ts';

const peaka = 'https://peaka.studio/oauth2/callback';
/** Queries as services send them, and worse. Each must arrive as it is. */
const queries = [
  'code=abc&state=xyz',
  'state=a%2Fb&code=4%2F0AQ-_~+x&error_description=a%20b?c',
  'state=%7b%22a%22%3A1%7D&scope=a+b%2Bc&scope=d',
  'code=%25zz&x=%2e%2E/../%00&&=&a==b',
  `code=$1\${query}{query}{http.request.host}{env.HOME}%{HTTP_HOST}\\1`,
  "a=b;c|d^e`f'g(h)*[i]!,:@",
  '?',
  '&',
  `code=${'x'.repeat(4000)}`,
];

describe.each(forwardingServers)('the forwarding rule on %s', (name) => {
  let server: Awaited<ReturnType<typeof startForwardingServer>> | undefined;
  afterEach(async () => {
    await server?.close();
    server = undefined;
  });
  const start = async (own: string, target = peaka) => {
    const rule = forwardingRules(own, target).find((each) => each.server === name);
    server = await startForwardingServer(name, rule?.text ?? '');
    return server.port;
  };

  it('answers 307 with the query unchanged to the byte', async () => {
    const port = await start('https://yourdomain.com/oauth2/mycallback');
    for (const query of queries)
      expect(await rawGet(port, `/oauth2/mycallback?${query}`)).toEqual({ status: 307, location: `${peaka}?${query}` });
  });

  it('adds no question mark where there is no query', async () => {
    const port = await start('https://yourdomain.com/oauth2/mycallback');
    expect(await rawGet(port, '/oauth2/mycallback')).toEqual({ status: 307, location: peaka });
    // A question mark alone is no query: Apache keeps it, the others do not.
    const alone = await rawGet(port, '/oauth2/mycallback?');
    expect(alone).toEqual({ status: 307, location: name === 'apache' ? `${peaka}?` : peaka });
  });

  it('leaves every other path alone', async () => {
    const port = await start('https://yourdomain.com/oauth2/my.callback');
    for (const path of [
      '/',
      '/oauth2/my.callback/',
      '/oauth2/my.callback/more',
      '/oauth2/myxcallback',
      '/a/oauth2/my.callback',
    ])
      expect((await rawGet(port, `${path}?code=1`)).location).toBeUndefined();
  });

  it.each([
    '/',
    '/callback/',
    '/a%20b/c.d/e+f/(g)/$h',
    "/it's/*/~x/!y,z=1&2@3:4",
    '/100%25/%7Bx%7D/%5B1%5D/a|b%5E/%22q%22/%60t%60/%23%24%7Benv%7D',
    '/caf%C3%A9/%E8%AA%9E',
  ])('matches the path %s', async (path) => {
    const port = await start(`https://yourdomain.com:8443${path}`);
    expect(await rawGet(port, `${path}?code=1`)).toEqual({ status: 307, location: `${peaka}?code=1` });
    expect((await rawGet(port, `${path}x?code=1`)).location).toBeUndefined();
  });

  it('writes Peaka’s callback URL as it is', async () => {
    const target = "https://peaka.example:8443/a%20b/%22c%22/it's/%7Bx%7D/100%25/caf%C3%A9(1)";
    const port = await start('https://yourdomain.com/cb', target);
    expect(await rawGet(port, '/cb?code=a%2Fb')).toEqual({ status: 307, location: `${target}?code=a%2Fb` });
    expect(await rawGet(port, '/cb')).toEqual({ status: 307, location: target });
  });
});
