import { useEffect, useState } from 'react';
import type { RunSummary } from '../../app/api/contract.ts';
import type { ErrorReport } from '../../app/errors.ts';
import type { Column } from '../../app/resources/preview/preview.ts';
import { findResource, putResource } from '../api/cache.ts';
import { call, reportOf } from '../api/client.ts';
import { toastError } from '../notices/toast.tsx';

export type TableState =
  | { status: 'none' }
  | { status: 'loading'; dataPath: string }
  | { status: 'failed'; dataPath: string; error: ErrorReport }
  | {
      status: 'ready';
      dataPath: string;
      columns: Column[];
      rowCount: number;
      /** Of all rows at the service, where the response says that there are more. */
      totalRows: number | null;
      notes: readonly string[];
    };

/** The list that is the table: the one that came with the answer until another is chosen. */
export function useTable(run: RunSummary): { table: TableState; choose: (dataPath: string) => void } {
  const { previewId, body } = run;
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
  if (chosen !== undefined && chosen.previewId === previewId) return { table: chosen.table, choose };
  if (body.status !== 'parsed' || body.dataPath === null) return { table: { status: 'none' }, choose };
  const { dataPath, columns, rowCount, totalRows, notes } = body;
  return { table: { status: 'ready', dataPath, columns, rowCount, totalRows, notes }, choose };
}

/** The resource shows this list from now on, also after the next run. */
export async function keepDataPath(resourceId: string, dataPath: string): Promise<void> {
  const view = findResource(resourceId);
  if (view === undefined || view.resource.dataPath === dataPath) return;
  try {
    putResource(await call('resources.save', { resource: { ...view.resource, dataPath }, secrets: {} }));
  } catch (error) {
    toastError(error);
  }
}
