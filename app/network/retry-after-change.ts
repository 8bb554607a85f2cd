import type { Network } from './network.ts';

/**
 * The network settings, which let what failed be tried again after each change: the change may be what it waited for.
 * The change itself holds from the next request and the next login window on.
 */
export const retryAfterChange = (network: Network, retry: () => void): Network => ({
  ...network,
  saveProxy: (draft) => {
    network.saveProxy(draft);
    retry();
  },
  addCertificates: (text) => {
    const added = network.addCertificates(text);
    retry();
    return added;
  },
  removeCertificate: (id) => {
    network.removeCertificate(id);
    retry();
  },
  restoreCertificate: (id) => {
    network.restoreCertificate(id);
    retry();
  },
});
