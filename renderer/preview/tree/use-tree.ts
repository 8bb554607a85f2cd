import { useCallback, useEffect, useMemo, useReducer, useState } from 'react';
import type { ErrorReport } from '../../../app/shared/errors.ts';
import { call, reportOf } from '../../api/client.ts';
import { isContainer, itemsOf, linesOf, mostChildren, rangesOf, type TreeItem, type TreeState } from './tree-model.ts';

type Change = { type: 'children'; id: string; items: readonly TreeItem[] } | { type: 'open' | 'close'; id: string };

function reduce(state: TreeState, change: Change): TreeState {
  if (change.type === 'children') return { ...state, children: new Map(state.children).set(change.id, change.items) };
  const expanded = new Set(state.expanded);
  if (change.type === 'open') expanded.add(change.id);
  else expanded.delete(change.id);
  return { ...state, expanded };
}

const empty: TreeState = { children: new Map(), expanded: new Set() };

/** The opened part of the tree. Children are requested when their node opens. */
export function useTree(previewId: string) {
  const [state, dispatch] = useReducer(reduce, empty);
  const [error, setError] = useState<ErrorReport>();
  const [isReady, setReady] = useState(false);

  const load = useCallback(
    async (id: string, pointer: string, start: number, end: number): Promise<readonly TreeItem[]> => {
      const ranges = rangesOf(pointer, start, end);
      if (ranges !== undefined) {
        dispatch({ type: 'children', id, items: ranges });
        return ranges;
      }
      const { nodes } = await call('preview.tree', {
        previewId,
        pointer,
        start,
        count: Math.min(mostChildren, end - start),
      });
      const items = itemsOf(id, nodes, start);
      dispatch({ type: 'children', id, items });
      return items;
    },
    [previewId],
  );

  const open = useCallback(
    async (item: TreeItem): Promise<void> => {
      if (!isContainer(item)) return;
      try {
        if (item.kind === 'range') await load(item.id, item.pointer, item.start, item.end);
        else await load(item.id, item.pointer, 0, item.cell.count ?? 0);
        dispatch({ type: 'open', id: item.id });
      } catch (failure) {
        setError(reportOf(failure));
      }
    },
    [load],
  );

  useEffect(() => {
    let isCurrent = true;
    const start = async () => {
      const { total } = await call('preview.tree', { previewId, pointer: '', start: 0, count: 0 });
      const items = await load('', '', 0, total);
      // A single branch is opened, because there is nothing to choose. In a long list the first range is opened, to show data.
      const [first, second] = items.filter(isContainer);
      if (isCurrent && first !== undefined && (second === undefined || first.kind === 'range')) await open(first);
    };
    start().then(
      () => isCurrent && setReady(true),
      (failure) => isCurrent && setError(reportOf(failure)),
    );
    return () => {
      isCurrent = false;
    };
  }, [previewId, load, open]);

  const lines = useMemo(() => linesOf(state), [state]);
  const close = useCallback((item: TreeItem) => dispatch({ type: 'close', id: item.id }), []);
  return { lines, open, close, error, isReady };
}
