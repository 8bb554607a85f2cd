import { describe, expect, it } from 'vitest';
import type { RawExchange } from '../../../../app/http/exchanges.ts';
import { maskerOf } from '../some-exchange.ts';

const body = (text: string): Partial<RawExchange> => ({ status: 200, responseBody: Buffer.from(text) });

describe('what an exchange is for', () => {
  const shownOf = (facts: Partial<RawExchange>) => maskerOf().mask(facts);
  const odd = '<input name="flow" value="Zm9vYmFyMTIzNDU2Nzg5MHF3">';
  const long = 'https://x.example/i/Zm9vYmFyMTIzNDU2Nzg5MHF3ZXJ0eXVpb3A';

  it.each(['token', 'refresh', 'device', 'request_token', 'revoke', 'introspect'] as const)(
    'hides what OAuth calls a code or a state in a request of the kind %s [37]',
    (kind) => {
      const shown = shownOf({ kind, url: 'https://x.example/?code=abc', requestBody: 'state=abc&x=1' });
      expect([shown.url, shown.requestBody]).toEqual(['https://x.example/?code=••••', 'state=••••&x=1']);
    },
  );

  it('shows what data calls so', () => {
    const shown = shownOf({
      url: 'https://x.example/?code=DE',
      requestBody: 'state=open&flow=Zm9vYmFyMTIzNDU2Nzg5MHF3',
      requestHeaders: { referer: long },
      ...body(odd),
    });
    expect(shown).toMatchObject({
      url: 'https://x.example/?code=DE',
      requestBody: 'state=open&flow=Zm9vYmFyMTIzNDU2Nzg5MHF3',
      requestHeaders: [['referer', long]],
      responseBody: odd,
    });
  });

  it('hides what a login page may have as its session, also in what it sends [37]', () => {
    const shown = shownOf({ kind: 'window', requestBody: 'code=abc&x=1', ...body(odd) });
    expect(shown.requestBody).toBe('code=••••&x=1');
    expect(shown.responseBody).toBe('<input name="flow" value="••••">');
  });

  it('hides a key of a feed wherever a reader put it [37]', () => {
    const key = `tbk_${'a-b_c'.repeat(8)}abc`;
    const shown = shownOf({ kind: 'feed', url: `/feeds/${key}.json`, requestHeaders: { 'user-agent': `x ${key}` } });
    expect(shown).toMatchObject({ url: '/feeds/••••.json', requestHeaders: [['user-agent', 'x ••••']] });
  });

  it('shows a refusal at 400 and above as data, and hides all below that', () => {
    const said = body('{"flow":"said"}');
    expect(shownOf({ kind: 'token', ...said, status: 400 }).responseBody).toBe('{"flow":"said"}');
    expect(shownOf({ kind: 'token', ...said, status: 399 }).responseBody).toBe('{"flow":"••••"}');
    expect(shownOf({ kind: 'revoke', ...said }).responseBody).toBe('{"flow":"said"}');
  });

  it('shows the names that a wrong signature is found by, and hides the protocol’s own [37]', () => {
    const authorization = 'OAuth oauth_verifier="abc", oauth_nonce="n"';
    expect(shownOf({ requestHeaders: { authorization } }).requestHeaders).toEqual([
      ['authorization', 'OAuth oauth_verifier="••••", oauth_nonce="n"'],
    ]);
  });
});
