import { useEffect, useState } from 'react';
import type { RunSummary } from '../../app/api/contract.ts';
import type { ErrorReport } from '../../app/errors.ts';
import type { Table } from '../../app/resources/preview/preview.ts';
import { call, reportOf } from '../api/client.ts';

export type TableState =
  | { status: 'none' }
  | { status: 'loading'; dataPath: string }
  | { status: 'failed'; dataPath: string; error: ErrorReport }
  | ({ status: 'ready'; dataPath: string } & Table);

/** The list that is the table: the one that came with the response until another is chosen. */
export function useTable(run: RunSummary): { table: TableState; choose: (dataPath: string) => void } {
  const { previewId } = run;
  const [chosen, setChosen] = useState<{ previewId: string; table: TableState }>();
  const [request, setRequest] = useState<{ previewId: string; dataPath: string }>();

  useEffect(() => {
    if (request === undefined) return;
    let isCurrent = true;
    const show = (table: TableState) => isCurrent && setChosen({ previewId: request.previewId, table });
    show({ status: 'loading', dataPath: request.dataPath });
    call('preview.table', request).then(
      (answer) => show({ status: 'ready', dataPath: request.dataPath, ...answer }),
      (error) => show({ status: 'failed', dataPath: request.dataPath, error: reportOf(error) }),
    );
    return () => {
      isCurrent = false;
    };
  }, [request]);

  const choose = (dataPath: string) => {
    if (previewId !== null) setRequest({ previewId, dataPath });
  };
  const table = chosen !== undefined && chosen.previewId === previewId ? chosen.table : tableOf(run);
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
    // The response is no longer kept: asking for its rows tells that.
    search().catch(() => undefined);
    return () => {
      isCurrent = false;
    };
  }, [previewId, unsearched]);
  return { table, choose };
}

function tableOf({ body }: RunSummary): TableState {
  if (body.status !== 'parsed' || body.dataPath === null) return { status: 'none' };
  const { dataPath, columns, hasAllColumns, rowCount, totalRows, notes } = body;
  return { status: 'ready', dataPath, columns, hasAllColumns, rowCount, totalRows, notes };
}
