import { formats } from './region.ts';

/** Numbers as the user's region writes them. */
const oneDigit = { maximumFractionDigits: 1 };

/** `1,204` */
export const formatCount = (value: number): string => formats().number().format(value);

/** `12 KB`, `44.1 MB`: decimal units, as file managers show them. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${formats().number().format(bytes)} B`;
  const units = ['KB', 'MB', 'GB'];
  let value = bytes / 1000;
  let unit = 0;
  while (value >= 999.95 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${formats().number(oneDigit).format(value)} ${units[unit]}`;
}

/** `84 ms`, `1.3 s` */
export const formatDuration = (ms: number): string =>
  ms < 1000
    ? `${formats().number().format(Math.round(ms))} ms`
    : `${formats()
        .number(oneDigit)
        .format(ms / 1000)} s`;

/** `1 resource`, `3 resources` */
export const plural = (value: number, one: string, many = `${one}s`): string =>
  `${formatCount(value)} ${value === 1 ? one : many}`;
