import type { Cell } from '../../app/shared/preview/preview.ts';
import { call } from '../api/client.ts';

/** Whether the cell's text is the complete value. */
export const isWhole = ({ kind, truncated }: Cell): boolean =>
  truncated !== true && kind !== 'array' && kind !== 'object';

/** A value as text: the cell's text if complete, else the full value (at most 1 MiB). */
export async function wholeText(previewId: string, pointer: string | undefined, cell: Cell): Promise<string> {
  if (isWhole(cell) || pointer === undefined) return cell.text;
  return (await call('preview.value', { previewId, pointer })).text;
}
