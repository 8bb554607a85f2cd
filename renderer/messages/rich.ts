import { Children, type ReactNode } from 'react';
import { formatRich, type RichValues } from '../../app/shared/messages/format.ts';
import type { TextId } from './text.ts';

/**
 * A text with elements in it: `<code>…</code>` in the catalogue is drawn by the function `code`, and a placeholder may
 * be any value of a plain text.
 */
export function rich(id: TextId, values: RichValues<ReactNode>): ReactNode {
  const parts = formatRich<ReactNode>(id, values);
  return Array.isArray(parts) ? Children.toArray(parts) : parts;
}
