import { text } from '../messages/text.ts';
import { formats } from './region.ts';

/** Numbers as the user's region writes them. */
const oneDigit = { maximumFractionDigits: 1 };

/** `1,204` */
export const formatCount = (value: number): string => formats().number().format(value);

const units = ['kb', 'mb', 'gb'] as const;

/** `12 KB`, `44.1 MB`: decimal units, as file managers show them. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return text('common.size.b', { value: formatCount(bytes) });
  let value = bytes / 1000;
  let unit = 0;
  while (value >= 999.95 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return text(`common.size.${units[unit] ?? 'gb'}`, { value: formats().number(oneDigit).format(value) });
}

/** `84 ms`, `1.3 s` */
export const formatDuration = (ms: number): string =>
  ms < 1000
    ? text('common.duration.ms', { value: formatCount(Math.round(ms)) })
    : text('common.duration.s', {
        value: formats()
          .number(oneDigit)
          .format(ms / 1000),
      });
