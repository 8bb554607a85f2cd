import { createContext, type ReactNode, use, useCallback, useMemo, useState } from 'react';
import type { Column } from '../../../app/shared/preview/preview.ts';
import type { Step } from '../../../app/shared/shape/shape.ts';
import type { TableState } from '../use-table.ts';
import { useNewColumns } from './use-new-columns.ts';
import type { ShapeEditor } from './use-shape.ts';

export type ReadyTable = Extract<TableState, { status: 'ready' }>;

/** What a dialog edits. */
export type Editing =
  | { kind: 'step'; step: Step; isNew: boolean }
  | { kind: 'rename'; column: Column }
  | { kind: 'columns' };

/** The open menu of a column, and the point of the window that it hangs at. */
interface OpenMenu {
  pointer: string;
  left: number;
  top: number;
}

/** The shape of the table that is shown, for everything that changes it. */
export interface Shaping extends ShapeEditor {
  /** All, in their order, as the user chose. */
  columns: readonly Column[];
  /** The data has them since the user ordered the columns. */
  newColumns: ReadonlySet<string>;
  /** `undefined`: no rows are shown. */
  table: ReadyTable | undefined;
  editing: Editing | undefined;
  edit(editing: Editing | undefined): void;
  menu: OpenMenu | undefined;
  /** `anchor`: the header of the column. */
  openMenu(pointer: string, anchor: Element): void;
  closeMenu(): void;
  /** The column whose figures are asked for, and a number that tells one request from the next. */
  statistics: { pointer: string; request: number } | undefined;
  showStatistics(pointer: string): void;
}

const Context = createContext<Shaping | undefined>(undefined);

interface ShapingProviderProps {
  editor: ShapeEditor;
  columns: readonly Column[];
  table: TableState;
  children: ReactNode;
}

export function ShapingProvider({ editor, columns, table, children }: ShapingProviderProps) {
  const [editing, edit] = useState<Editing>();
  const [menu, setMenu] = useState<OpenMenu>();
  const openMenu = useCallback((pointer: string, anchor: Element) => {
    const { left, right, bottom } = anchor.getBoundingClientRect();
    setMenu({ pointer, left: Math.max(left, right - 28), top: bottom });
  }, []);
  const [statistics, setStatistics] = useState<Shaping['statistics']>();
  const showStatistics = useCallback(
    (pointer: string) => setStatistics((before) => ({ pointer, request: (before?.request ?? 0) + 1 })),
    [],
  );
  const closeMenu = useCallback(() => setMenu(undefined), []);
  const ready = table.status === 'ready' ? table : undefined;
  const newColumns = useNewColumns(ready?.hasAllColumns ? ready.columns : undefined, editor);
  const { shape, change, adjust, undo, canUndo } = editor;
  const shaping = useMemo(
    () => ({
      shape,
      change,
      adjust,
      undo,
      canUndo,
      columns,
      newColumns,
      table: ready,
      editing,
      edit,
      menu,
      openMenu,
      closeMenu,
      statistics,
      showStatistics,
    }),
    [
      shape,
      change,
      adjust,
      undo,
      canUndo,
      columns,
      newColumns,
      ready,
      editing,
      menu,
      openMenu,
      closeMenu,
      statistics,
      showStatistics,
    ],
  );
  return <Context value={shaping}>{children}</Context>;
}

/** Throws outside the preview of a resource. */
export function useShaping(): Shaping {
  const shaping = use(Context);
  if (shaping === undefined) throw new Error('no shape here');
  return shaping;
}

/** Where the focus returns to when a menu or a dialog closes. */
export const focusGrid = (): void => document.querySelector<HTMLElement>('[data-pane=preview] [role=grid]')?.focus();
