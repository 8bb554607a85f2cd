import { expect, it, vi } from 'vitest';
import type { Network } from '../../../app/network/network.ts';
import { retryAfterChange } from '../../../app/network/retry-after-change.ts';
import { RequestError } from '../../../app/shared/errors.ts';
import { verbatim } from '../../../app/shared/messages/message.ts';

function played() {
  const saveProxy = vi.fn<Network['saveProxy']>();
  const network: Network = {
    settings: () => ({ proxy: { mode: 'system' }, authorities: [] }),
    view: () => ({ proxy: { mode: 'system', url: '', username: '', hasPassword: false }, certificates: [] }),
    saveProxy,
    addCertificates: () => ({ added: 1, leftOut: 0 }),
    removeCertificate: () => undefined,
    restoreCertificate: () => undefined,
  };
  const retry = vi.fn();
  return { network: retryAfterChange(network, retry), retry, saveProxy };
}

it.each([
  ['another proxy', ({ saveProxy }: Network) => saveProxy({ mode: 'none', url: '', username: '' })],
  ['a new certificate', ({ addCertificates }: Network) => addCertificates('pem')],
  ['a certificate less', ({ removeCertificate }: Network) => removeCertificate('id')],
  ['a certificate that is back', ({ restoreCertificate }: Network) => restoreCertificate('id')],
])('tries what failed again after %s', (_what, change) => {
  const { network, retry } = played();
  change(network);
  expect(retry).toHaveBeenCalledOnce();
});

it('waits on where nothing was changed or could be', () => {
  const { network, retry, saveProxy } = played();
  network.view();
  network.settings();
  saveProxy.mockImplementation(() => {
    throw new RequestError('network.proxy_url', verbatim('Enter the proxy.'));
  });
  expect(() => network.saveProxy({ mode: 'manual', url: 'x', username: '' })).toThrow('Enter the proxy.');
  expect(retry).not.toHaveBeenCalled();
});
