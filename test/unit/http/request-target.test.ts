import { describe, expect, it } from 'vitest';
import type { RawExchange } from '../../../app/http/exchanges.ts';
import { withoutParameter } from '../../../app/http/request-target.ts';
import { requestText } from '../../../app/http/request-text.ts';
import { tokenService } from '../oauth/token-service.ts';

const { server, http } = await tokenService();

async function send(path: string): Promise<{ sent: string | undefined; shown: string | undefined }> {
  server.requests.length = 0;
  const exchanges: RawExchange[] = [];
  const recorder = {
    begin: () => 1,
    record: (exchange: RawExchange) => exchanges.push(exchange),
    learn: () => undefined,
  };
  await requestText({ ...http, exchanges: recorder }, { method: 'GET', url: new URL(server.origin + path) });
  return { sent: server.requests[0]?.path, shown: exchanges[0]?.url.slice(server.origin.length) };
}

describe('the path and the query of a request', () => {
  // Each of the left sides gets a 400 from Tomcat, which reads request targets as RFC 3986 §3.3 and §3.4 have them.
  it.each([
    ['/items?filter={"a":1}', '/items?filter=%7B%22a%22:1%7D'],
    ['/items?fields[article]=title&in=[1,2]', '/items?fields%5Barticle%5D=title&in=%5B1,2%5D'],
    ['/items?q=a|b^c`d\\e', '/items?q=a%7Cb%5Ec%60d%5Ce'],
    ['/items?q=100%&r=50%25&s=%zz', '/items?q=100%25&r=50%25&s=%25zz'],
    ['/[x]|y^z/{id}?q=1', '/%5Bx%5D%7Cy%5Ez/%7Bid%7D?q=1'],
  ])('are encoded where RFC 3986 forbids a character: %s', async (written, expected) => {
    expect((await send(written)).sent).toBe(expected);
  });

  it.each([
    '/a%2fb/%7Bid%7D?filter=%7b%22a%22%3A1%7d&b=%5B%5D',
    '/items?q=a+b%20c&r=%2B&s=%252F',
    '/items;v=1?$filter=name%20eq%20%27x%27&t=12:30&at=me@example.com/x?y&z=~!*(),',
  ])('stay as they are written where that is allowed, and nothing is encoded twice: %s', async (written) => {
    expect((await send(written)).sent).toBe(written);
  });

  it('are shown in the console as they are sent', async () => {
    const { sent, shown } = await send('/items?fields[article]=title');
    expect(shown).toBe(sent);
  });
});

describe('a query that loses a parameter', () => {
  it('keeps the other ones as they are written', () => {
    const url = new URL("https://api.example.com/items?q=a%20b&access%5Ftoken=x&f='y'&access_token=z&r=~");
    expect(withoutParameter(url, 'access_token').href).toBe('https://api.example.com/items?q=a%20b&f=%27y%27&r=~');
  });

  it('has no question mark where it was the only one', () => {
    const url = new URL('https://api.example.com/items?access_token=x');
    expect(withoutParameter(url, 'access_token').href).toBe('https://api.example.com/items');
  });
});
