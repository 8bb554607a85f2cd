import type { Network } from './network.ts';

/**
 * Network settings that retry failed work after each change, which may have fixed the cause. The change itself applies
 * from the next request and login window on.
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
