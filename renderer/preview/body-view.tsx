import { Button } from '@mantine/core';
import { IconAlertTriangle, IconFileDownload, IconFileOff, IconTableOff } from '@tabler/icons-react';
import { lazy, type ReactNode, Suspense, useMemo } from 'react';
import type { Chart } from '../../app/shared/chart/chart.ts';
import type { RunSummary } from '../../app/shared/contract/contract.ts';
import type { Cell, Column } from '../../app/shared/preview/preview.ts';
import { oneRowPath } from '../../app/shared/preview/row-path.ts';
import type { DataFormat, PreviewView } from '../../app/shared/resource/resource.ts';
import { formatBytes } from '../common/numbers.ts';
import { text, textOf } from '../messages/text.ts';
import { formatViews } from './formats/format-views.ts';
import { pathLabel } from './path/path-label.ts';
import classes from './preview.module.css';
import { PreviewError } from './preview-error.tsx';
import { RawView } from './raw/raw-view.tsx';
import { SaveButton } from './save-button.tsx';
import { withColumn } from './shape/changes.ts';
import { ColumnMenuItems } from './shape/column-menu-items.tsx';
import { useShaping } from './shape/shaping.tsx';
import { DataTable } from './table/data-table.tsx';
import type { KeepWidth } from './table/use-column-widths.ts';
import { TreeView } from './tree/tree-view.tsx';
import type { TableState } from './use-table.ts';

// The library of charts is loaded when one is first shown.
const ChartView = lazy(() => import('./chart/chart-view.tsx'));

interface BodyViewProps {
  run: RunSummary;
  view: PreviewView;
  table: TableState;
  /** All columns of the table, as the user arranged them. */
  columns: readonly Column[];
  onKeepWidth: KeepWidth;
  /** The stored chart. `null`: the app chooses. */
  chart: Chart | null;
  onChart: (chart: Chart) => void;
  onFilter: (column: Column, cell: Cell) => void;
  format: DataFormat;
  onShowList: (pointer: string) => void;
  onShowView: (view: PreviewView) => void;
  onRun: () => void;
}

export function BodyView({
  run,
  view,
  table,
  columns,
  format,
  onKeepWidth,
  chart,
  onChart,
  onFilter,
  onShowList,
  onShowView,
  onRun,
}: BodyViewProps) {
  const visible = useMemo(() => columns.filter(({ hidden }) => hidden !== true), [columns]);
  const { previewId, body } = run;
  // An error's body need not match the format: the problem is shown above it.
  const isFault = body.status === 'unparsed' && run.error === undefined;
  const line = isFault ? body.line : undefined;
  const column = isFault ? body.column : undefined;
  const fault = useMemo(() => (line === undefined ? undefined : { line, column: column ?? 1 }), [line, column]);

  if (body.status === 'empty' || previewId === null)
    return (
      <Notice icon={<IconFileOff size={26} stroke={1.3} aria-hidden />} title={text('preview.empty.title')}>
        {text('preview.empty.text', { status: `${run.status} ${run.statusText}`.trim() })}
      </Notice>
    );
  if (body.status === 'too_large')
    return (
      <Notice icon={<IconFileDownload size={26} stroke={1.3} aria-hidden />} title={text('preview.tooLarge.title')}>
        {text('preview.tooLarge.text', { size: formatBytes(run.bytes), limit: formatBytes(body.limitBytes) })}
        <SaveButton previewId={previewId} isLarge />
      </Notice>
    );
  const language = body.status === 'parsed' ? format : 'text';
  const raw = (
    <RawView
      previewId={previewId}
      bytes={run.bytes}
      lineCount={body.lineCount}
      language={language}
      fault={fault}
      onRun={onRun}
    />
  );
  if (body.status === 'unparsed' && run.error !== undefined) return raw;
  if (body.status === 'unparsed')
    return (
      <>
        <div className={classes.fault} role="alert">
          <IconAlertTriangle size={16} stroke={1.8} aria-hidden />
          <span>{textOf(body.message)}</span>
          {line === undefined ? null : (
            <span className={classes.place}>
              {column === undefined
                ? text('preview.fault.line', { line })
                : text('preview.fault.column', { line, column })}
            </span>
          )}
        </div>
        {raw}
      </>
    );
  if (view === 'raw') return raw;
  if (view === 'tree')
    return (
      <TreeView
        previewId={previewId}
        label={text('preview.treeLabel')}
        isRootList={body.rootKind === 'array'}
        onShowList={onShowList}
        onRun={onRun}
      />
    );
  if (table.status === 'failed') return <PreviewError error={table.error} onRun={onRun} />;
  if (table.status === 'loading') return <div className={classes.loading} aria-busy="true" />;
  if (table.status === 'none')
    return (
      <Notice icon={<IconTableOff size={26} stroke={1.3} aria-hidden />} title={text('preview.noList.title')}>
        {text(body.rootKind === 'object' ? 'preview.noList.object' : 'preview.noList.value')}
        <span className={classes.choices}>
          {body.rootKind === 'object' ? (
            <>
              <Button variant="default" onClick={() => onShowList(oneRowPath(''))}>
                {text('preview.noList.oneRow')}
              </Button>
              <Button variant="default" onClick={() => onShowList('')}>
                {text('preview.noList.fields')}
              </Button>
            </>
          ) : null}
          <Button variant="default" onClick={() => onShowView(body.rootKind === 'object' ? 'tree' : 'raw')}>
            {text(body.rootKind === 'object' ? 'preview.noList.tree' : 'preview.noList.raw')}
          </Button>
        </span>
      </Notice>
    );
  if (table.rowCount === 0 && table.sourceRowCount > 0)
    return (
      <Notice icon={<IconTableOff size={26} stroke={1.3} aria-hidden />} title={text('shape.noRows.title')}>
        {text('shape.noRows.text', { count: table.sourceRowCount })}
      </Notice>
    );
  if (table.rowCount === 0)
    return (
      <Notice icon={<IconTableOff size={26} stroke={1.3} aria-hidden />} title={text('preview.emptyList.title')}>
        {emptyReason(table.dataPath, format)}
      </Notice>
    );
  if (visible.length === 0 && columns.length > 0) return <AllHidden />;
  if (view === 'chart')
    return (
      <Suspense fallback={<div className={classes.loading} aria-busy="true" />}>
        <ChartView view={table.view} columns={visible} stored={chart} onChange={onChart} onRun={onRun} />
      </Suspense>
    );
  return (
    <DataTable
      // The next response keeps the place in it, and so does another choice of columns.
      key={table.dataPath}
      view={table.view}
      columns={visible}
      onKeepWidth={onKeepWidth}
      columnItems={(column, isShort) => <ColumnMenuItems pointer={column.pointer} isShort={isShort} />}
      onFilter={onFilter}
      rowCount={table.rowCount}
      label={text('preview.grid', { path: pathLabel(table.dataPath), count: table.rowCount })}
      onShowList={onShowList}
      onRun={onRun}
    />
  );
}

function emptyReason(dataPath: string, format: DataFormat): string {
  const { noRows } = formatViews[format];
  if (noRows !== undefined) return noRows();
  return dataPath === ''
    ? text('preview.emptyList.whole')
    : text('preview.emptyList.part', { path: pathLabel(dataPath) });
}

function AllHidden() {
  const { change, columns } = useShaping();
  const showAll = () =>
    change((now) => columns.reduce((next, { pointer }) => withColumn(next, pointer, { hidden: undefined }), now));
  return (
    <Notice icon={<IconTableOff size={26} stroke={1.3} aria-hidden />} title={text('shape.noColumns.title')}>
      {text('shape.noColumns.text')}
      <Button variant="default" onClick={showAll}>
        {text('shape.noColumns.show')}
      </Button>
    </Notice>
  );
}

function Notice({ icon, title, children }: { icon: ReactNode; title: string; children: ReactNode }) {
  return (
    <div className={classes.notice}>
      {icon}
      <p className={classes.noticeTitle}>{title}</p>
      <div className={classes.noticeText}>{children}</div>
    </div>
  );
}
