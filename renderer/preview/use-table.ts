import { useEffect, useMemo, useState } from 'react';
import type { RunSummary } from '../../app/shared/contract/contract.ts';
import type { ErrorReport } from '../../app/shared/errors.ts';
import type { Table, TableView } from '../../app/shared/preview/preview.ts';
import { noShape, type Shape } from '../../app/shared/shape/shape.ts';
import { call, reportOf } from '../api/client.ts';
import { readingShape } from './shape/arrange.ts';

export type TableState =
  | { status: 'none' }
  | { status: 'loading'; dataPath: string }
  | { status: 'failed'; dataPath: string; error: ErrorReport }
  /** `view`: what the rows are read with. It is older than the newest choice while that is computed. */
  | ({ status: 'ready'; dataPath: string; view: TableView } & Table);

interface TableOptions {
  run: RunSummary;
  /** The list chosen last, which may be newer than the response. */
  stored: string | null;
  withParents: boolean;
  shape: Shape;
  isArriving: boolean;
}

/**
 * The list shown as the table: the response's default until the user chooses another. After a change of its shape, the
 * table before stays until the new one is computed.
 */
export function useTable({ run, stored, withParents, shape, isArriving }: TableOptions): {
  table: TableState;
  choose: (dataPath: string) => void;
} {
  const { previewId, body } = run;
  const [chosen, setChosen] = useState<{ previewId: string; dataPath: string }>();
  const [found, setFound] = useState<{ view: TableView; table: TableState }>();
  /** A response without the list chosen before shows its default. */
  const [without, setWithout] = useState<{ previewId: string; dataPath: string }>();

  const own = body.status === 'parsed' ? body.dataPath : null;
  const isChosen = chosen !== undefined && chosen.previewId === previewId;
  const isWithout = without?.previewId === previewId && without?.dataPath === stored;
  const restored = isArriving || isWithout || body.status !== 'parsed' ? null : stored;
  const dataPath = isChosen ? chosen.dataPath : (restored ?? own);
  const isRestored = !isChosen && dataPath !== own;

  const wanted =
    previewId === null || dataPath === null
      ? undefined
      : // The rows of a body that arrives are shown as they come.
        JSON.stringify({
          previewId,
          dataPath,
          withParents,
          shape: isArriving ? noShape : readingShape(shape),
        } satisfies TableView);
  // What was just written. The same object as long as nothing of it changes.
  const made = useMemo(() => (wanted === undefined ? undefined : (JSON.parse(wanted) as TableView)), [wanted]);
  // The response's own table is in the shape that the resource had when it came.
  const toldKey = JSON.stringify([previewId, dataPath, isArriving]);
  const [first, setFirst] = useState({ key: toldKey, wanted, view: made });
  if (first.key !== toldKey) setFirst({ key: toldKey, wanted, view: made });
  // After an undo, what has been found for it is shown again.
  const view = first.key === toldKey && first.wanted === wanted ? first.view : made;
  const isTold = view !== undefined && view.dataPath === own && isAsFound(run, view);

  useEffect(() => {
    if (view === undefined || isTold) return;
    let isCurrent = true;
    const show = (table: TableState) => isCurrent && setFound({ view, table });
    call('preview.table', view).then(
      (table) => show({ ...table, status: 'ready', dataPath: view.dataPath, view }),
      (error) => {
        if (!isRestored) show({ status: 'failed', dataPath: view.dataPath, error: reportOf(error) });
        else if (isCurrent) setWithout({ previewId: view.previewId, dataPath: view.dataPath });
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [view, isTold, isRestored]);

  const told = useMemo(() => tableOf(run, first.view), [run, first.view]);
  const isSameList = found?.view.previewId === previewId && found?.view.dataPath === dataPath;
  const table: TableState =
    view === undefined
      ? { status: 'none' }
      : isSameList && (found.view === view || !isTold)
        ? found.table
        : (told ?? whileAsked(view.dataPath, found?.table));

  const unsearched = table.status === 'ready' && !table.hasAllColumns ? table.view : undefined;
  useEffect(() => {
    if (unsearched === undefined) return;
    let isCurrent = true;
    const search = async () => {
      let more: Table;
      do more = await call('preview.columns', unsearched);
      while (isCurrent && !more.hasAllColumns);
      if (isCurrent)
        setFound({
          view: unsearched,
          table: { ...more, status: 'ready', dataPath: unsearched.dataPath, view: unsearched },
        });
    };
    // The response is no longer kept. The request for its rows reports that.
    search().catch(() => undefined);
    return () => {
      isCurrent = false;
    };
  }, [unsearched]);

  const choose = (path: string) => {
    if (previewId !== null) setChosen({ previewId, dataPath: path });
  };
  return { table, choose };
}

/** While a response is asked for the list that the earlier one shows, that table stays. */
const whileAsked = (dataPath: string, earlier: TableState | undefined): TableState =>
  earlier?.status === 'ready' && earlier.dataPath === dataPath ? earlier : { status: 'loading', dataPath };

/** Whether the response's own table is in this shape: neither has any choices. */
function isAsFound({ body }: RunSummary, { shape = noShape, withParents }: TableView): boolean {
  if (body.status !== 'parsed') return true;
  const isPlain = JSON.stringify(shape) === JSON.stringify(noShape) && withParents !== true;
  const wasPlain =
    body.stepRowCounts.length === 0 &&
    body.columns.every(({ name, hidden, isTypeChosen }) => (name ?? hidden ?? isTypeChosen) === undefined);
  return isPlain && wasPlain;
}

/** The table that came with the response. */
function tableOf({ body }: RunSummary, view: TableView | undefined): TableState | undefined {
  if (body.status !== 'parsed' || view === undefined || body.dataPath !== view.dataPath) return undefined;
  return { ...body, status: 'ready', dataPath: view.dataPath, view };
}
