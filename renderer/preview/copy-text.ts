import type { Cell } from '../../app/shared/preview/preview.ts';
import { call } from '../api/client.ts';

/** A value as text: the cell's text if complete, else the full value (at most 1 MiB). */
export async function wholeText(previewId: string, pointer: string | undefined, cell: Cell): Promise<string> {
  const shown = cell.truncated !== true && cell.kind !== 'array' && cell.kind !== 'object';
  if (shown || pointer === undefined) return cell.text;
  return (await call('preview.value', { previewId, pointer })).text;
}

export const copyText = (text: string): Promise<void> => navigator.clipboard.writeText(text);
