import { shellQuoted } from './quote.ts';

/** A line of a shell that prints a feed. */
export const curlLine = (address: string, key: string): string =>
  `curl --fail --header ${shellQuoted(`Authorization: Bearer ${key}`)} ${shellQuoted(address)}`;
