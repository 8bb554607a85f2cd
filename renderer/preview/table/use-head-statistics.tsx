import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Column, TableView } from '../../../app/shared/preview/preview.ts';
import { useShaping } from '../shape/shaping.tsx';
import { headId } from './header-row.tsx';
import { StatisticsCard } from './statistics-card.tsx';

/** How long the pointer, or the keyboard, rests on a head, in ms. */
const restMs = 500;
/** Time to move from the head to the card, in ms. */
const leaveMs = 200;

interface HeadStatisticsOptions {
  gridId: string;
  view: TableView;
  columns: readonly Column[];
  /** The column whose head has the keyboard. */
  headColumn: string | undefined;
  /** Changes when heads move, or something lies above them. */
  moved: string;
  scroller: RefObject<HTMLElement | null>;
}

interface Shown {
  /** Of the column. */
  pointer: string;
  /** Of the window. */
  left: number;
  top: number;
  /** A menu asked for it: it has the focus, and stays. */
  isKept: boolean;
}

/** The figures of the column whose head is rested on, or that a menu asked for. */
export function useHeadStatistics({ gridId, view, columns, headColumn, moved, scroller }: HeadStatisticsOptions) {
  const { menu, statistics: asked, table } = useShaping();
  const [shown, setShown] = useState<Shown>();
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const cardId = `${gridId}-statistics`;

  const show = useCallback((pointer: string, head: Element, isKept: boolean) => {
    clearTimeout(timer.current);
    const { left, bottom } = head.getBoundingClientRect();
    setShown({ pointer, left, top: bottom + 2, isKept });
  }, []);
  const hide = useCallback(() => {
    clearTimeout(timer.current);
    setShown(undefined);
  }, []);
  const rest = useCallback(
    (pointer: string, head: Element) => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => show(pointer, head, false), restMs);
    },
    [show],
  );
  /** It left the head, maybe for the card. */
  const leave = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setShown((now) => (now?.isKept ? now : undefined)), leaveMs);
  }, []);
  const headOf = (pointer: string) => {
    const number = columns.findIndex((column) => column.pointer === pointer);
    return document.getElementById(headId(gridId, number)) ?? scroller.current;
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: the heads have moved, or a menu is above them
  useEffect(hide, [moved, menu]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each request of a menu
  useEffect(() => {
    const head = asked === undefined ? null : headOf(asked.pointer);
    if (asked !== undefined && head !== null) show(asked.pointer, head, true);
  }, [asked]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: when another head has the keyboard
  useEffect(() => {
    const head = headColumn === undefined ? null : headOf(headColumn);
    if (headColumn !== undefined && head !== null) rest(headColumn, head);
    else leave();
  }, [headColumn]);

  const column = columns.find(({ pointer }) => pointer === shown?.pointer);
  const card =
    shown === undefined || column === undefined ? null : (
      <StatisticsCard
        id={cardId}
        view={view}
        column={column}
        rowCount={table?.sourceRowCount ?? 0}
        place={shown}
        isKept={shown.isKept}
        onEnter={() => clearTimeout(timer.current)}
        onLeave={leave}
        onClose={() => {
          hide();
          scroller.current?.focus();
        }}
      />
    );
  const describedBy = useMemo(
    () => (shown === undefined ? undefined : { pointer: shown.pointer, id: cardId }),
    [shown, cardId],
  );
  return { rest, leave, hide, card, describedBy };
}
