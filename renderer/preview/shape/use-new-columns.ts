import { useEffect, useState } from 'react';
import type { Column } from '../../../app/shared/preview/preview.ts';
import type { ShapeEditor } from './use-shape.ts';

/**
 * Columns that the user's order does not know: the data has them since it was made. They are marked until the resource
 * is opened again, because then the order has them. `columns`: all, once they are known. `undefined`: not yet.
 */
export function useNewColumns(columns: readonly Column[] | undefined, { shape, adjust }: ShapeEditor) {
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    if (columns === undefined || shape.order.length === 0) return;
    const added = columns.map(({ pointer }) => pointer).filter((pointer) => !shape.order.includes(pointer));
    if (added.length === 0) return;
    setMarked((before) => new Set([...before, ...added]));
    adjust((now) => ({ ...now, order: [...now.order, ...added.filter((each) => !now.order.includes(each))] }));
  }, [columns, shape.order, adjust]);
  return marked;
}
