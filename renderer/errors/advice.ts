import type { ErrorCode } from '../../app/shared/error-codes.ts';
import type { ErrorReport } from '../../app/shared/errors.ts';
import { textOf } from '../messages/text.ts';
import { callbackAdvice } from './advice-callback.ts';
import { deviceAdvice } from './advice-device.ts';
import { discoveryAdvice } from './advice-discovery.ts';
import { httpAdvice } from './advice-http.ts';
import { networkAdvice } from './advice-network.ts';
import { oauth1Advice } from './advice-oauth1.ts';
import { otherAdvice } from './advice-other.ts';
import { tokenAdvice } from './advice-token.ts';
import type { ActionName, Advice } from './rule.ts';

export const actionWords: Record<ActionName, string> = {
  try_again: 'Try again',
  request_token: 'Request New Token',
  use_oauth: 'Use OAuth',
  edit_connection: 'Edit connection',
  edit_url: 'Edit URL',
  show_all_fields: 'Show all fields',
  switch_window: 'Use the other window',
  open_console: 'Open API console',
  give_key: 'Enter passphrase',
  allow_host: 'Send the token there too',
  open_settings: 'Open settings',
  open_network_settings: 'Open network settings',
  start_practice: 'Start the practice service',
};

/** Turns an error code into advice. No other file does. */
export const adviceByCode: Record<ErrorCode, Advice> = {
  ...callbackAdvice,
  ...discoveryAdvice,
  ...tokenAdvice,
  ...oauth1Advice,
  ...deviceAdvice,
  ...httpAdvice,
  ...networkAdvice,
  ...otherAdvice,
};

/** `{name}` in an advice is filled from the error's details. */
function fill(text: string, details: ErrorReport['details']): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = details?.[name];
    if (value === undefined) return whole;
    return typeof value === 'object' ? textOf(value) : String(value);
  });
}

/** Advice for an error; the error's own sentence if a fact is missing. */
export function adviceFor(report: ErrorReport): Advice {
  const known = adviceByCode[report.code];
  const meaning = fill(known.meaning, report.details);
  // If the error lacks a fact, its own sentence is better than a gap.
  return { ...known, title: known.title, meaning: /\{\w+\}/.test(meaning) ? textOf(report.message) : meaning };
}
