import type { Network } from '../../network/network.ts';
import type { AreaHandlers, Opened } from './handlers.ts';

export interface NetworkHandlersDeps {
  network: Omit<Network, 'settings'>;
}

export const networkHandlers = (opened: Opened<NetworkHandlersDeps>): AreaHandlers<'network'> => ({
  'network.read': async () => (await opened()).network.view(),
  'network.saveProxy': async (draft) => {
    const { network } = await opened();
    network.saveProxy(draft);
    return network.view();
  },
  'network.addCertificates': async ({ pem }) => {
    const { network } = await opened();
    return { ...network.addCertificates(pem), network: network.view() };
  },
  'network.removeCertificate': async ({ id }) => {
    const { network } = await opened();
    network.removeCertificate(id);
    return network.view();
  },
  'network.restoreCertificate': async ({ id }) => {
    const { network } = await opened();
    network.restoreCertificate(id);
    return network.view();
  },
});
