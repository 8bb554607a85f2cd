import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from 'react';
import type { ErrorReport } from '../../../app/shared/errors.ts';
import { call, reportOf } from '../../api/client.ts';
import {
  isContainer,
  itemsOf,
  linesOf,
  mostChildren,
  placeOf,
  rangesOf,
  type TreeItem,
  type TreeState,
} from './tree-model.ts';

type Change =
  | { type: 'children'; id: string; items: readonly TreeItem[] }
  | { type: 'open' | 'close'; id: string }
  | { type: 'replace'; state: TreeState };

function reduce(state: TreeState, change: Change): TreeState {
  if (change.type === 'replace') return change.state;
  if (change.type === 'children') return { ...state, children: new Map(state.children).set(change.id, change.items) };
  const expanded = new Set(state.expanded);
  if (change.type === 'open') expanded.add(change.id);
  else expanded.delete(change.id);
  return { ...state, expanded };
}

const empty: TreeState = { children: new Map(), expanded: new Set() };

/** Nodes that one action, or the next body, opens at most. */
const mostOpened = 2000;

/** The child at an index, or the range with it. */
function childAt(items: readonly TreeItem[], index: number): TreeItem | undefined {
  const [first] = items;
  if (first?.kind === 'range')
    return items.find((item) => item.kind === 'range' && index >= item.start && index < item.end);
  const start = first === undefined ? 0 : Number(first.id.slice(first.id.lastIndexOf('/') + 1));
  return items[index - start];
}

/** The children from `start` to `end`, or the ranges that stand for them. `id`, `pointer`: of their parent. */
async function fetchItems(
  previewId: string,
  { id, pointer }: { id: string; pointer: string },
  start: number,
  end: number,
): Promise<readonly TreeItem[]> {
  const ranges = rangesOf(pointer, start, end);
  if (ranges !== undefined) return ranges;
  const { nodes } = await call('preview.tree', {
    previewId,
    pointer,
    start,
    count: Math.min(mostChildren, end - start),
  });
  return itemsOf(id, nodes, start);
}

const fetchChildren = (previewId: string, item: TreeItem): Promise<readonly TreeItem[]> =>
  item.kind === 'range'
    ? fetchItems(previewId, item, item.start, item.end)
    : fetchItems(previewId, item, 0, item.cell.count ?? 0);

/** The tree of a body, opened where the one of the body before is. */
async function loadTree(previewId: string, before: TreeState): Promise<TreeState> {
  const children = new Map<string, readonly TreeItem[]>();
  const expanded = new Set<string>();
  const open = async (item: TreeItem): Promise<readonly TreeItem[]> => {
    expanded.add(item.id);
    const below = await fetchChildren(previewId, item);
    children.set(item.id, below);
    return below;
  };
  const reopen = async (items: readonly TreeItem[], parentBefore: string): Promise<void> => {
    const openBefore = new Map<string, string>();
    for (const item of before.children.get(parentBefore) ?? [])
      if (before.expanded.has(item.id)) openBefore.set(placeOf(item), item.id);
    await Promise.all(
      items.map(async (item) => {
        const idBefore = openBefore.get(placeOf(item));
        if (idBefore !== undefined && isContainer(item) && expanded.size < mostOpened)
          await reopen(await open(item), idBefore);
      }),
    );
  };
  const { total } = await call('preview.tree', { previewId, pointer: '', start: 0, count: 0 });
  const root = await fetchItems(previewId, { id: '', pointer: '' }, 0, total);
  children.set('', root);
  await reopen(root, '');
  // A single branch is opened, because there is nothing to choose. In a long list the first range is opened, to show data.
  const [first, second] = root.filter(isContainer);
  const isChosen = expanded.size > 0 || (before.children.size > 0 && before.expanded.size === 0);
  if (!isChosen && first !== undefined && (second === undefined || first.kind === 'range')) await open(first);
  return { children, expanded };
}

/** The opened part of the tree. Children are requested when their node opens. The tree of the next body replaces it. */
export function useTree(previewId: string) {
  const [state, dispatch] = useReducer(reduce, empty);
  const [failure, setFailure] = useState<{ of: string; error: ErrorReport }>();
  const [isReady, setReady] = useState(false);
  const latest = useRef(state);
  latest.current = state;

  /** The children of a node, requested if they were not yet. */
  const childrenOf = useCallback(
    async (item: TreeItem): Promise<readonly TreeItem[]> => {
      const known = latest.current.children.get(item.id);
      if (known !== undefined) return known;
      const items = await fetchChildren(previewId, item);
      dispatch({ type: 'children', id: item.id, items });
      return items;
    },
    [previewId],
  );
  const openNode = useCallback(
    async (item: TreeItem): Promise<readonly TreeItem[]> => {
      const items = await childrenOf(item);
      dispatch({ type: 'open', id: item.id });
      return items;
    },
    [childrenOf],
  );
  const open = useCallback(
    async (item: TreeItem): Promise<void> => {
      if (isContainer(item))
        await openNode(item).catch((error: unknown) => setFailure({ of: previewId, error: reportOf(error) }));
    },
    [openNode, previewId],
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
      for (;;) {
        const before = latest.current;
        const state = await loadTree(previewId, before);
        if (!isCurrent) return;
        // The user may have opened more meanwhile.
        if (latest.current.expanded !== before.expanded) continue;
        dispatch({ type: 'replace', state });
        return setReady(true);
      }
    };
    start().catch((failure: unknown) => isCurrent && setFailure({ of: previewId, error: reportOf(failure) }));
    return () => {
      isCurrent = false;
    };
  }, [previewId]);

  const lines = useMemo(() => linesOf(state), [state]);
  const close = useCallback((item: TreeItem) => dispatch({ type: 'close', id: item.id }), []);
  const error = failure?.of === previewId ? failure.error : undefined;
  return { lines, open, openAll, reveal, close, error, isReady };
}
