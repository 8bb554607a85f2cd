import type { AreaHandlers, OpenedCore } from './handlers.ts';

/**
 * What was chosen holds from the next request and the next login window on. Renewals that failed before are tried with
 * it at once: it may be what they waited for.
 */
export const networkHandlers = (opened: OpenedCore): AreaHandlers<'network'> => ({
  'network.read': async () => (await opened()).network.view(),
  'network.saveProxy': async (draft) => {
    const { network, tokens } = await opened();
    network.saveProxy(draft);
    tokens.keepFresh.woke();
    return network.view();
  },
  'network.addCertificates': async ({ pem }) => {
    const { network, tokens } = await opened();
    const news = network.addCertificates(pem);
    tokens.keepFresh.woke();
    return { ...news, network: network.view() };
  },
  'network.removeCertificate': async ({ id }) => {
    const { network, tokens } = await opened();
    network.removeCertificate(id);
    tokens.keepFresh.woke();
    return network.view();
  },
  'network.restoreCertificate': async ({ id }) => {
    const { network, tokens } = await opened();
    network.restoreCertificate(id);
    tokens.keepFresh.woke();
    return network.view();
  },
});
