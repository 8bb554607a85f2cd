import { expect, it } from 'vitest';
import { keepsCallback } from '../../../../../../renderer/peaka/dialogs/through/kept-callback.ts';

it('offers to send a callback again only if Peaka may not have read it', () => {
  expect((['http.offline', 'peaka.result_unknown', 'peaka.rate_limited'] as const).map(keepsCallback)).toEqual([
    true,
    true,
    true,
  ]);
  expect((['peaka.invalid_request', 'peaka.login_failed', 'window.closed'] as const).map(keepsCallback)).toEqual([
    false,
    false,
    false,
  ]);
});
