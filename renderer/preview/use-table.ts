import { useEffect, useState } from 'react';
import type { RunSummary } from '../../app/shared/contract/contract.ts';
import type { ErrorReport } from '../../app/shared/errors.ts';
import type { Table } from '../../app/shared/preview/preview.ts';
import { call, reportOf } from '../api/client.ts';

export type TableState =
  | { status: 'none' }
  | { status: 'loading'; dataPath: string }
  | { status: 'failed'; dataPath: string; error: ErrorReport }
  | ({ status: 'ready'; dataPath: string } & Table);

interface TableRequest {
  previewId: string;
  dataPath: string;
  /** The list chosen before. A response without this list shows its default. */
  isRestored?: boolean;
}

/**
 * The list shown as the table: the response's default until the user chooses another. `stored`: the last choice, which
 * may be newer than this response.
 */
export function useTable(
  run: RunSummary,
  stored: string | null,
  isArriving: boolean,
): { table: TableState; choose: (dataPath: string) => void } {
  const { previewId } = run;
  const [chosen, setChosen] = useState<{ previewId: string; table: TableState }>();
  const restore = () => (isArriving ? undefined : restored(run, stored));
  const [request, setRequest] = useState(restore);
  const [whole, setWhole] = useState(isArriving ? null : previewId);
  // Each complete response shows the list that was chosen last.
  if (!isArriving && whole !== previewId) {
    setWhole(previewId);
    setRequest(restore());
  }

  useEffect(() => {
    if (request === undefined) return;
    let isCurrent = true;
    const { previewId, dataPath, isRestored } = request;
    const show = (table: TableState) => isCurrent && setChosen({ previewId, table });
    // While a response is asked for the list that the earlier one shows, that table stays.
    if (!isRestored) show({ status: 'loading', dataPath });
    call('preview.table', { previewId, dataPath }).then(
      (table) => show({ status: 'ready', dataPath, ...table }),
      (error) => {
        if (isRestored && isCurrent) setRequest(undefined);
        else if (!isRestored) show({ status: 'failed', dataPath, error: reportOf(error) });
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [request]);

  const choose = (dataPath: string) => {
    if (previewId !== null) setRequest({ previewId, dataPath });
  };
  const isAsked = request?.isRestored === true && request.previewId === previewId;
  const table =
    chosen?.previewId === previewId
      ? chosen.table
      : isAsked
        ? whileAsked(request.dataPath, chosen?.table)
        : tableOf(run);
  const unsearched = table.status === 'ready' && !table.hasAllColumns ? table.dataPath : undefined;
  useEffect(() => {
    if (unsearched === undefined || previewId === null) return;
    let isCurrent = true;
    const search = async () => {
      let found: Table;
      do found = await call('preview.columns', { previewId, dataPath: unsearched });
      while (isCurrent && !found.hasAllColumns);
      if (isCurrent) setChosen({ previewId, table: { status: 'ready', dataPath: unsearched, ...found } });
    };
    // The response is no longer kept. The request for its rows reports that.
    search().catch(() => undefined);
    return () => {
      isCurrent = false;
    };
  }, [previewId, unsearched]);
  return { table, choose };
}

function restored({ previewId, body }: RunSummary, stored: string | null): TableRequest | undefined {
  if (previewId === null || stored === null || body.status !== 'parsed' || body.dataPath === stored) return undefined;
  return { previewId, dataPath: stored, isRestored: true };
}

const whileAsked = (dataPath: string, earlier: TableState | undefined): TableState =>
  earlier?.status === 'ready' && earlier.dataPath === dataPath ? earlier : { status: 'loading', dataPath };

function tableOf({ body }: RunSummary): TableState {
  if (body.status !== 'parsed' || body.dataPath === null) return { status: 'none' };
  return { ...body, status: 'ready', dataPath: body.dataPath };
}
