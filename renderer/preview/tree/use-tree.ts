import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from 'react';
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

/** Nodes that one action opens at most. */
const mostOpened = 2000;

/** The child at an index, or the range with it. */
function childAt(items: readonly TreeItem[], index: number): TreeItem | undefined {
  const [first] = items;
  if (first?.kind === 'range')
    return items.find((item) => item.kind === 'range' && index >= item.start && index < item.end);
  const start = first === undefined ? 0 : Number(first.id.slice(first.id.lastIndexOf('/') + 1));
  return items[index - start];
}

/** The opened part of the tree. Children are requested when their node opens. */
export function useTree(previewId: string) {
  const [state, dispatch] = useReducer(reduce, empty);
  const [error, setError] = useState<ErrorReport>();
  const [isReady, setReady] = useState(false);
  const latest = useRef(state);
  latest.current = state;

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

  /** The children of a node, requested if they were not yet. */
  const childrenOf = useCallback(
    async (item: TreeItem): Promise<readonly TreeItem[]> => {
      const known = latest.current.children.get(item.id);
      if (known !== undefined) return known;
      if (item.kind === 'range') return load(item.id, item.pointer, item.start, item.end);
      return load(item.id, item.pointer, 0, item.cell.count ?? 0);
    },
    [load],
  );
  const openNode = useCallback(
    async (item: TreeItem): Promise<readonly TreeItem[]> => {
      const items = await childrenOf(item);
      dispatch({ type: 'open', id: item.id });
      return items;
    },
    [childrenOf],
  );
  const failed = useCallback((failure: unknown) => setError(reportOf(failure)), []);

  const open = useCallback(
    async (item: TreeItem): Promise<void> => {
      if (isContainer(item)) await openNode(item).catch(failed);
    },
    [openNode, failed],
  );

  /** Opens a node and all below, the upper ones first. False: not all, because there are too many. */
  const openAll = useCallback(
    async (item: TreeItem): Promise<boolean> => {
      let opened = 0;
      for (let level: readonly TreeItem[] = [item]; level.length > 0; ) {
        const below: TreeItem[] = [];
        for (const each of level.filter(isContainer)) {
          if (opened >= mostOpened) return false;
          const items = await openNode(each);
          opened += items.length;
          for (const child of items) below.push(child);
        }
        level = below;
      }
      return true;
    },
    [openNode],
  );

  /** Opens what is above a node. Returns the node's ID. `path`: the place among the children, from the root on. */
  const reveal = useCallback(
    async (path: readonly number[]): Promise<string | undefined> => {
      let items = latest.current.children.get('') ?? [];
      for (const [depth, index] of path.entries()) {
        let found = childAt(items, index);
        while (found?.kind === 'range') {
          items = await openNode(found);
          found = childAt(items, index);
        }
        if (found === undefined || depth === path.length - 1) return found?.id;
        items = await openNode(found);
      }
      return undefined;
    },
    [openNode],
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
  return { lines, open, openAll, reveal, close, error, isReady };
}
