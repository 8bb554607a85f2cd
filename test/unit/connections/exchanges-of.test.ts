import { expect, it } from 'vitest';
import { withExchangesOf } from '../../../app/connections/exchanges-of.ts';
import { currentExchangeContext } from '../../../app/http/exchanges.ts';
import { connection } from '../../servers/items.ts';

it('names the connection, and what carries a secret of it: the token, secret headers and secret values [37]', () => {
  const ours = connection({
    id: 'c',
    tokenPlacement: { in: 'query', name: 'key', prefix: '' },
    tokenHeaders: [
      { name: 'X-Own', value: '', secret: true },
      { name: 'Origin', value: 'https://a.example', secret: false },
    ],
    apiHeaders: { 'X-Tenant': '{tenant}', 'X-Plain': 'plain' },
    secretValues: ['tenant'],
  });
  expect(withExchangesOf('refresh', ours, currentExchangeContext)).toEqual({
    kind: 'refresh',
    connectionId: 'c',
    hiddenNames: ['key', 'X-Own', 'X-Tenant'],
  });
  expect(currentExchangeContext()).toBeUndefined();
});
