import { useCallback, useEffect, useRef, useState } from 'react';
import { noShape, type Shape } from '../../../app/shared/shape/shape.ts';
import { useResources } from '../../api/queries.ts';
import { keepInResource } from '../keep-in-resource.ts';

/** How long after the last change a shape is stored. */
const restMs = 400;
/** Changes that can be undone. */
const mostUndone = 50;

/** The shape of a resource while it is edited. */
export interface ShapeEditor {
  shape: Shape;
  /** Takes effect at once, and is stored after a pause. */
  change(make: (shape: Shape) => Shape): void;
  /** As `change`, but no step of its own for `undo`: a column that is dragged has many widths. */
  adjust(make: (shape: Shape) => Shape): void;
  /** Undoes the last change. False: there is none. */
  undo(): boolean;
  canUndo: boolean;
}

/** The shape that is stored with a resource, and changes to it: columns, types, steps. */
export function useShape(resourceId: string): ShapeEditor {
  const stored = useResources().find(({ resource }) => resource.id === resourceId)?.resource.shape ?? noShape;
  const [shape, setShape] = useState(stored);
  const latest = useRef(shape);
  const history = useRef<Shape[]>([]);
  const [canUndo, setCanUndo] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const isPending = useRef(false);

  // What others changed, unless the user is changing it.
  useEffect(() => {
    if (isPending.current || JSON.stringify(latest.current) === JSON.stringify(stored)) return;
    latest.current = stored;
    setShape(stored);
  }, [stored]);

  const flush = useCallback(async () => {
    clearTimeout(timer.current);
    if (!isPending.current) return;
    const sent = latest.current;
    await keepInResource(resourceId, { shape: sent });
    if (latest.current === sent) isPending.current = false;
  }, [resourceId]);
  const put = useCallback(
    (next: Shape) => {
      latest.current = next;
      setShape(next);
      isPending.current = true;
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush(), restMs);
    },
    [flush],
  );
  const change = useCallback(
    (make: (before: Shape) => Shape) => {
      history.current = [...history.current, latest.current].slice(-mostUndone);
      setCanUndo(true);
      put(make(latest.current));
    },
    [put],
  );
  const adjust = useCallback((make: (before: Shape) => Shape) => put(make(latest.current)), [put]);
  const undo = useCallback(() => {
    const before = history.current.pop();
    setCanUndo(history.current.length > 0);
    if (before !== undefined) put(before);
    return before !== undefined;
  }, [put]);

  useEffect(() => {
    const onLeave = () => void flush();
    window.addEventListener('pagehide', onLeave);
    return () => {
      window.removeEventListener('pagehide', onLeave);
      onLeave();
    };
  }, [flush]);

  return { shape, change, adjust, undo, canUndo };
}
