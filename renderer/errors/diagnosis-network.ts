import { currentLanguage } from '../../app/shared/messages/format.ts';
import { text } from '../messages/text.ts';
import type { Rule, Situation } from './rule.ts';
import { hostOf } from './situation-facts.ts';

const seconds = ({ error }: Situation): number | undefined =>
  typeof error.details?.retryAfterSeconds === 'number' ? error.details.retryAfterSeconds : undefined;

const minute = 60;
const hour = 3600;

/** The time that the service asks to wait, such as `2 minutes`. */
function waitOf(situation: Situation): { time: string } | undefined {
  const wait = seconds(situation);
  if (wait === undefined) return undefined;
  const inUnit = (unit: 'second' | 'minute' | 'hour', length: number): string =>
    new Intl.NumberFormat(currentLanguage(), { style: 'unit', unit, unitDisplay: 'long' }).format(
      Math.ceil(wait / length),
    );
  if (wait < 1.5 * minute) return { time: inUnit('second', 1) };
  return { time: wait < 1.5 * hour ? inUnit('minute', minute) : inUnit('hour', hour) };
}

/** The name of the problem: OpenSSL's or Node's after a GET, Chromium's in the login window. */
const certificateError = ({ error: { details } }: Situation): string =>
  String(details?.certificateCode ?? details?.error ?? '');

/** Failures between Tokenboard and the service: proxies, certificates, limits. */
export const networkRules: readonly Rule[] = [
  {
    id: 'proxyLogin',
    codes: /^(http|window)\.proxy_authentication$/,
    fix: () => ({ label: text('errorPanel.action.open_network_settings'), action: 'open_network_settings' }),
    actions: ['try_again'],
  },
  {
    id: 'proxyBlocks',
    codes: /^http\.proxy$/,
    values: hostOf,
    fix: () => ({ label: text('errorPanel.action.open_network_settings'), action: 'open_network_settings' }),
    actions: ['try_again'],
  },
  {
    id: 'proxyBlocksLogin',
    codes: /^window\.load_failed$/,
    when: ({ error }) => /ERR_(PROXY|TUNNEL|SOCKS)_/.test(String(error.details?.error)),
    values: hostOf,
    fix: () => ({ label: text('errorPanel.action.open_network_settings'), action: 'open_network_settings' }),
    actions: ['try_again', 'switch_window'],
  },
  {
    id: 'certificateTime',
    codes: /^(http\.certificate|window\.certificate_refused)$/,
    when: (situation) => /NOT_YET_VALID|ERR_CERT_DATE_INVALID/.test(certificateError(situation)),
    values: hostOf,
    actions: ['try_again'],
  },
  {
    id: 'certificateUntrusted',
    codes: /^(http\.certificate|window\.certificate_refused)$/,
    when: (situation) =>
      /SELF_SIGNED|UNABLE_TO_(GET_ISSUER|VERIFY)|UNTRUSTED|INVALID_CA|AUTHORITY_INVALID/.test(
        certificateError(situation),
      ),
    values: hostOf,
    fix: () => ({ label: text('diagnosis.fix.addCertificate'), action: 'open_network_settings' }),
    actions: ['try_again'],
  },
  {
    id: 'peakaOtherAddress',
    codes: /^http\.dns$/,
    when: ({ error }) => typeof error.details?.otherBaseUrl === 'string',
    values: (situation) => {
      const host = hostOf(situation)?.host;
      const other = situation.error.details?.otherBaseUrl;
      return host === undefined || typeof other !== 'string' ? undefined : { host, other };
    },
    fix: () => ({ label: text('diagnosis.fix.useOtherAddress'), action: 'use_other_address' }),
  },
  {
    id: 'rateLimited',
    codes: /^(resource|token|peaka)\.rate_limited$/,
    when: (situation) => seconds(situation) !== undefined,
    values: waitOf,
    actions: ['try_again'],
  },
  {
    id: 'serverBusy',
    codes: /^(resource|token|peaka)\.server_error$/,
    when: (situation) => seconds(situation) !== undefined,
    values: waitOf,
    actions: ['try_again'],
  },
];
