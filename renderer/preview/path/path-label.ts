import { parsePointer } from '../../../app/shared/json-pointer.ts';
import { readRowPath } from '../../../app/shared/preview/row-path.ts';
import { text } from '../../messages/text.ts';

/** `/data/items` as `data.items`. A JSONPath stays as it is. */
export function pathLabel(path: string): string {
  const { isOneRow } = readRowPath(path);
  const label = placeLabel(path);
  return isOneRow ? text('preview.path.oneRow', { path: label }) : label;
}

/** The same without a word about one row. */
export function placeLabel(path: string): string {
  const { pointer } = readRowPath(path);
  if (pointer === '') return text('preview.path.whole');
  return (parsePointer(pointer) ?? [pointer]).join('.');
}
