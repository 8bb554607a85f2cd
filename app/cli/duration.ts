import { RequestError } from '../shared/errors.ts';
import { message } from '../shared/messages/message.ts';

const unitMs: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** `90`, `90s`, `10m`, `2h`, `1d` in ms. Throws RequestError `local.usage`. */
export function readDuration(text: string): number {
  const [, number, unit = 's'] = /^(\d+(?:\.\d+)?)([smhd]?)$/.exec(text) ?? [];
  if (number === undefined) throw new RequestError('local.usage', message('cli.badDuration', { text }));
  return Number(number) * (unitMs[unit || 's'] ?? 1000);
}
