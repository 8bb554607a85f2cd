import { RequestError } from './errors.ts';
import { findNamed, type Named } from './find-named.ts';
import { message } from './messages/message.ts';

/** Candidates that an error names. */
const mostNamed = 10;

/** The item that a person means. Throws RequestError `local.not_found`, `local.ambiguous`. */
export function requireNamed<Item extends Named>(items: readonly Item[], text: string): Item {
  const [first, ...others] = findNamed(items, text);
  if (first === undefined) throw new RequestError('local.not_found', message('local.notFound', { text }));
  if (others.length === 0) return first;
  const all = [first, ...others].map(({ id, name }) => `${name} (${id})`);
  const names = all.slice(0, mostNamed).join(', ') + (all.length > mostNamed ? ', …' : '');
  throw new RequestError('local.ambiguous', message('local.ambiguous', { text, names }), { details: { names } });
}
