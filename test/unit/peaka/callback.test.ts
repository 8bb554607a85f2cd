import { describe, expect, it } from 'vitest';
import { queryParametersOf, requireSuccess, ServiceRefusal } from '../../../app/peaka/callback.ts';

const callbackUrl = 'https://www.peakboard.com/oauth2-callback/peaka/x1';
const read = (query: string, id = 'id-1') => requireSuccess({ url: `${callbackUrl}${query}` }, id);
const thrown = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    return error;
  }
  return undefined;
};

describe('Peaka’s redirect', () => {
  it.each([
    '?connectionId=id-1&status=success',
    '?status=success&connectionId=id-1&more=x',
    // As Peaka's guide writes it.
    '?connectionId=id-1?status=success',
    '?connectionId=id%2D1&status=success#',
  ])('is a success as %s', (query) => expect(() => read(query)).not.toThrow());

  it('belongs to another login if it names another connection, or none [54]', () => {
    for (const query of ['?connectionId=id-2&status=success', '?connectionId=id-2?status=fail', '?status=success', ''])
      expect(thrown(() => read(query))).toMatchObject({ code: 'peaka.wrong_connection' });
  });

  it('is a failure with Peaka’s words, even before Peaka knows the connection', () => {
    expect(thrown(() => read('?connectionId=id-1?status=fail'))).toMatchObject({
      code: 'peaka.login_failed',
      serviceMessage: undefined,
    });
    expect(thrown(() => read('?connectionId=id-1&status=fail&error=access_denied&message=No%20way'))).toMatchObject({
      code: 'peaka.login_failed',
      serviceMessage: 'access_denied: No way',
    });
    expect(thrown(() => read('?status=fail'))).toMatchObject({ code: 'peaka.login_failed' });
  });

  it('is a failure with any other status, which is quoted [36]', () => {
    expect(thrown(() => read('?connectionId=id-1&status=pend%0Aing'))).toMatchObject({
      code: 'peaka.login_failed',
      serviceMessage: 'pend ing',
    });
    expect(thrown(() => read('?connectionId=id-1'))).toMatchObject({ code: 'peaka.login_failed' });
  });

  it('is refused with a parameter twice, also behind a second question mark', () => {
    for (const query of [
      '?connectionId=id-1&connectionId=id-1&status=success',
      '?connectionId=id-1&status=fail?status=success',
    ])
      expect(thrown(() => read(query))).toMatchObject({ code: 'callback.duplicate_parameter' });
  });
});

describe('the callback of the service', () => {
  const own = 'https://own.example/cb';

  it('goes on as it came, byte for byte, with a state that is not this app’s', () => {
    const query = 'state=%7b%22a%22:1}&code=4%2F0A-b+c%20d&scope=a+b&scope=c&empty=&flag';
    expect(queryParametersOf({ url: `${own}?${query}`, method: 'GET' })).toBe(query);
  });

  it('may be in a fragment or a form', () => {
    expect(queryParametersOf({ url: `${own}?a=1#code=2`, method: 'GET' })).toBe('a=1&code=2');
    expect(queryParametersOf({ url: own, method: 'POST', body: 'code=c%20d&state=s' })).toBe('code=c%20d&state=s');
  });

  it('is no callback without parameters', () => {
    expect(thrown(() => queryParametersOf({ url: own, method: 'GET' }))).toMatchObject({ code: 'callback.no_code' });
  });

  it('tells a refusal in the service’s words, and keeps what came', () => {
    const query = 'error=access_denied&error_description=No%2C%20thanks&state=s';
    const refusal = thrown(() => queryParametersOf({ url: `${own}?${query}`, method: 'GET' }));
    expect(refusal).toBeInstanceOf(ServiceRefusal);
    expect(refusal).toMatchObject({ queryParameters: query, serviceMessage: 'access_denied: No, thanks' });
  });
});
