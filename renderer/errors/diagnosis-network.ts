import type { Rule, Situation } from './rule.ts';

const hostOf = ({ error }: Situation): string => String(error.details?.host ?? 'the service');

const seconds = ({ error }: Situation): number | undefined =>
  typeof error.details?.retryAfterSeconds === 'number' ? error.details.retryAfterSeconds : undefined;

function inWords(wait: number): string {
  if (wait < 90) return `${Math.ceil(wait)} seconds`;
  return wait < 5400 ? `${Math.ceil(wait / 60)} minutes` : `${Math.ceil(wait / 3600)} hours`;
}

/** Failures between Tokenboard and the service: proxies, certificates, limits. */
export const networkRules: readonly Rule[] = [
  {
    codes: /^(http|window)\.proxy_authentication$/,
    title: 'The proxy requires a user name and password',
    meaning: (situation) =>
      `The proxy requires a login before it lets requests through to ${hostOf(situation)}. Enter it in the network settings.`,
    fix: () => ({ label: 'Open network settings', action: 'open_network_settings' }),
    actions: ['try_again'],
  },
  {
    codes: /^http\.proxy$/,
    title: 'The proxy blocks the request',
    meaning: (situation) =>
      `The proxy is unreachable or blocks requests to ${hostOf(situation)}. Check the network settings.`,
    fix: () => ({ label: 'Open network settings', action: 'open_network_settings' }),
    actions: ['try_again'],
  },
  {
    codes: /^window\.load_failed$/,
    when: ({ error }) => /ERR_(PROXY|TUNNEL|SOCKS)_/.test(String(error.details?.error)),
    title: 'The proxy blocks the request',
    meaning: (situation) =>
      `The proxy is unreachable or blocks the login page of ${hostOf(situation)}. Check the network settings.`,
    fix: () => ({ label: 'Open network settings', action: 'open_network_settings' }),
    actions: ['try_again', 'switch_window'],
  },
  {
    codes: /^(http\.certificate|window\.certificate_refused)$/,
    when: ({ error }) => /NOT_YET_VALID|ERR_CERT_DATE_INVALID/.test(certificateProblem(error.details)),
    title: 'The certificate is not accepted',
    meaning: (situation) =>
      `The certificate of ${hostOf(situation)} is not valid at this computer’s time. Check the clock first.`,
    actions: ['try_again'],
  },
  {
    codes: /^(http\.certificate|window\.certificate_refused)$/,
    when: ({ error }) => /SELF_SIGNED|UNABLE_TO|UNTRUSTED|AUTHORITY_INVALID/.test(certificateProblem(error.details)),
    title: 'This computer does not trust the certificate',
    meaning: (situation) =>
      `An unknown authority signed it for ${hostOf(situation)}. Add the authority only if your administrator gave you its certificate.`,
    fix: () => ({ label: 'Add a certificate', action: 'open_network_settings' }),
    actions: ['try_again'],
  },
  {
    codes: /^(resource|token)\.rate_limited$/,
    when: (situation) => seconds(situation) !== undefined,
    title: 'Too many requests',
    meaning: (situation) =>
      `The service asks you to wait ${inWords(seconds(situation) ?? 0)}. If this happens often, load the data less often.`,
    actions: ['try_again'],
  },
  {
    codes: /^(resource|token)\.server_error$/,
    when: (situation) => seconds(situation) !== undefined,
    title: 'Server error',
    meaning: (situation) =>
      `Your settings are fine. The service asks you to wait ${inWords(seconds(situation) ?? 0)}, then try again.`,
    actions: ['try_again'],
  },
];

/** The name of the problem: OpenSSL's or Node's after a GET, Chromium's in the login window. */
const certificateProblem = (details: Situation['error']['details']): string =>
  String(details?.certificateCode ?? details?.error ?? '');
