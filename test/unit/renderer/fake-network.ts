import { verbatim } from '../../../app/shared/messages/message.ts';
import { FakeError, type Handlers } from './fake-bridge.ts';
import type { FakeState } from './fake-state.ts';

type NetworkCalls =
  | 'network.read'
  | 'network.saveProxy'
  | 'network.addCertificates'
  | 'network.removeCertificate'
  | 'network.restoreCertificate';

/** Any PEM is an authority here; each is named by its order. */
export function networkHandlers(state: FakeState): Pick<Handlers, NetworkCalls> {
  const removed: FakeState['network']['certificates'] = [];
  return {
    'network.read': () => state.network,
    'network.saveProxy': ({ mode, url, username, password }) => {
      if (mode === 'manual' && !/^[\w.:/-]+$/.test(url))
        throw new FakeError({
          code: 'network.proxy_url',
          message: verbatim('Enter the proxy as http://proxy.example.com:8080.'),
        });
      const hasPassword = password === undefined ? state.network.proxy.hasPassword : Boolean(password);
      state.network = { ...state.network, proxy: { mode, url, username, hasPassword } };
      return state.network;
    },
    'network.addCertificates': ({ pem }) => {
      const added = pem.split('BEGIN CERTIFICATE').length - 1;
      if (added === 0)
        throw new FakeError({
          code: 'network.no_certificate',
          message: verbatim('This file contains no certificate.'),
        });
      const { certificates } = state.network;
      const fresh = Array.from({ length: added }, (_, index) => ({
        id: `sha256-${certificates.length + index}`,
        subject: `Example Root CA ${certificates.length + index + 1}`,
        issuer: 'Example Root CA',
        validTo: Date.UTC(2035, 4, 1),
      }));
      state.network = { ...state.network, certificates: [...certificates, ...fresh] };
      return { added, leftOut: 0, network: state.network };
    },
    'network.removeCertificate': ({ id }) => {
      removed.push(...state.network.certificates.filter((each) => each.id === id));
      state.network = { ...state.network, certificates: state.network.certificates.filter((each) => each.id !== id) };
      return state.network;
    },
    'network.restoreCertificate': ({ id }) => {
      const found = removed.filter((each) => each.id === id);
      state.network = { ...state.network, certificates: [...state.network.certificates, ...found] };
      return state.network;
    },
  };
}
