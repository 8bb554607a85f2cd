import { useCallback, useMemo, useState } from 'react';
import type { ArrivingRun, RunSummary } from '../../app/shared/contract/contract.ts';
import { type DataFormat, type PreviewView, previewViews } from '../../app/shared/resource/resource.ts';
import { findResource } from '../api/cache.ts';
import { usePagesProgress } from '../api/page-progress.ts';
import { runResource } from '../api/runs.ts';
import { textOf } from '../messages/text.ts';
import { BodyView } from './body-view.tsx';
import { ExportButton } from './export/export-button.tsx';
import { formatViews } from './formats/format-views.ts';
import { keepInResource } from './keep-in-resource.ts';
import { Note } from './note.tsx';
import { PagesOfferButton } from './pages/pages-offer.tsx';
import { PagesProgressLine } from './pages/pages-progress.tsx';
import { PathChooser } from './path-chooser.tsx';
import classes from './preview.module.css';
import { ReadingOptions } from './reading-options.tsx';
import { RunFacts } from './run-facts.tsx';
import { SaveButton } from './save-button.tsx';
import { arrangeColumns } from './shape/arrange.ts';
import { withColumn } from './shape/changes.ts';
import { ColumnMenu } from './shape/column-menu.tsx';
import { withValue } from './shape/filter-by-value.ts';
import { LateShapeDialogs } from './shape/late-dialogs.tsx';
import { ShapeButton } from './shape/shape-button.tsx';
import { ShapingProvider } from './shape/shaping.tsx';
import { StepChips } from './shape/step-chips.tsx';
import { useShape } from './shape/use-shape.ts';
import { blockRows } from './table/row-pages.ts';
import type { KeepWidth } from './table/use-column-widths.ts';
import { useTable } from './use-table.ts';
import { ViewTabs } from './view-tabs.tsx';

interface PreviewProps {
  resourceId: string;
  /** The last complete response. At least one of this and `arriving` is set. */
  run: RunSummary | undefined;
  /** The rows so far of the next one. */
  arriving: ArrivingRun | undefined;
}

/** What a service sent: as a table, as a tree, as text. Rows that still arrive are shown as a table. */
export function Preview({ resourceId, run: whole, arriving }: PreviewProps) {
  // Chosen before, in this run of the app or in another.
  const [choice, setChoice] = useState(() => findResource(resourceId)?.resource.view ?? undefined);
  // The tree or text of the last response stays until the next response is complete, and so do rows that steps chose.
  const isShaped = (findResource(resourceId)?.resource.shape.steps.length ?? 0) > 0;
  const keepsReading = whole !== undefined && (isShaped || (choice !== undefined && choice !== 'table'));
  const run = arriving === undefined || keepsReading ? whole : runSoFar(arriving);
  return run === undefined ? null : (
    <ShownRun resourceId={resourceId} run={run} isArriving={run !== whole} choice={choice} onChoice={setChoice} />
  );
}

interface ShownRunProps {
  resourceId: string;
  run: RunSummary;
  isArriving: boolean;
  choice: PreviewView | undefined;
  onChoice: (view: PreviewView) => void;
}

function ShownRun({ resourceId, run, isArriving, choice, onChoice: setChoice }: ShownRunProps) {
  const stored = findResource(resourceId)?.resource;
  const progress = usePagesProgress(resourceId);
  const editor = useShape(resourceId);
  const { shape, change, adjust } = editor;
  const { table, choose } = useTable({
    run,
    stored: stored?.dataPath ?? null,
    withParents: stored?.withParents ?? false,
    shape,
    isArriving,
  });
  const found = table.status === 'ready' ? table.columns : undefined;
  const columns = useMemo(() => arrangeColumns(found ?? [], shape), [found, shape]);
  const keepWidth = useCallback<KeepWidth>(
    (pointer, width) => adjust((before) => withColumn(before, pointer, { width })),
    [adjust],
  );
  const [chart, setChart] = useState(stored?.chart ?? null);
  const possible = isArriving ? tableAlone : possibleViews(run);
  const best = table.status === 'none' ? (possible[0] ?? 'raw') : 'table';
  const shown = choice !== undefined && possible.includes(choice) ? choice : best;
  const showView = (view: PreviewView) => {
    setChoice(view);
    if (stored?.view !== view) void keepInResource(resourceId, { view });
  };
  const showList = (dataPath: string) => {
    choose(dataPath);
    setChoice('table');
    if (stored?.dataPath !== dataPath || stored.view !== 'table')
      void keepInResource(resourceId, { dataPath, view: 'table' });
  };
  const rowCount = table.status === 'ready' ? table.rowCount : undefined;
  const notes = table.status === 'ready' && shown === 'table' ? table.notes : [];

  const isTable = shown === 'table' && table.status === 'ready' && !isArriving;
  // Outside of fields, whose own undo reverts what was typed.
  const onKeyDown = (event: React.KeyboardEvent) => {
    const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z';
    const isField =
      event.target instanceof Element && event.target.closest('input, textarea, [contenteditable]') !== null;
    if (!isUndo || isField || !isTable || !editor.undo()) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <ShapingProvider editor={editor} columns={columns} table={table}>
      <div className={classes.preview} role="none" onKeyDown={onKeyDown}>
        <header className={classes.bar}>
          <ViewTabs shown={shown} possible={possible} onShow={showView} />
          {shown === 'table' && hasPaths(run, stored?.format) && table.status !== 'none' && !isArriving ? (
            <PathChooser
              previewId={run.previewId ?? ''}
              chosen={table.dataPath}
              withParents={stored?.withParents ?? false}
              onChoose={showList}
              onParents={(withParents) => void keepInResource(resourceId, { withParents })}
            />
          ) : null}
          {progress === undefined ? (
            <RunFacts
              run={run}
              rowCount={rowCount}
              sourceRowCount={table.status === 'ready' ? table.sourceRowCount : undefined}
              totalRows={table.status === 'ready' ? table.totalRows : null}
              isArriving={isArriving}
            />
          ) : (
            <PagesProgressLine id={resourceId} progress={progress} />
          )}
          {run.pagesOffer === undefined || isArriving || progress !== undefined ? null : (
            <PagesOfferButton resourceId={resourceId} offer={run.pagesOffer} />
          )}
          {run.previewId === null || run.body.status === 'empty' || isArriving ? null : (
            <>
              {isTable ? <ShapeButton /> : null}
              {run.body.status === 'too_large' ? null : <ReadingOptions resourceId={resourceId} />}
              {table.status === 'ready' ? (
                <ExportButton previewId={run.previewId} />
              ) : (
                <SaveButton previewId={run.previewId} />
              )}
            </>
          )}
        </header>
        {shown === 'table' && table.status !== 'none' && !isArriving ? <StepChips /> : null}
        {notes.map(textOf).map((note) => (
          <Note key={note}>{note}</Note>
        ))}
        <div className={classes.panel} role="tabpanel" id="preview-panel" aria-labelledby={`preview-tab-${shown}`}>
          <BodyView
            run={run}
            view={shown}
            table={table}
            columns={columns}
            onKeepWidth={keepWidth}
            chart={chart}
            onChart={(chosen) => {
              setChart(chosen);
              void keepInResource(resourceId, { chart: chosen });
            }}
            onFilter={(column, cell) => change((before) => withValue(before, column, cell))}
            format={stored?.format ?? 'json'}
            onShowList={showList}
            onShowView={showView}
            onRun={() => void runResource(resourceId)}
          />
        </div>
        {isTable ? <ColumnMenu /> : null}
        {isTable ? <LateShapeDialogs /> : null}
      </div>
    </ShapingProvider>
  );
}

const hasPaths = ({ previewId, body }: RunSummary, format: DataFormat = 'json'): boolean =>
  previewId !== null && body.status === 'parsed' && formatViews[format].hasNoPaths !== true;

const tableAlone: readonly PreviewView[] = ['table'];

/**
 * As a response whose rows are those that are there: of one body whole blocks of them, which are asked for once; of pages
 * all, because the next page may take its time.
 */
function runSoFar({ table, pageCount, ...facts }: ArrivingRun): RunSummary {
  const { dataPath, columns } = table;
  const rowCount = pageCount === undefined ? table.rowCount - (table.rowCount % blockRows) : table.rowCount;
  return {
    ...facts,
    body: {
      status: 'parsed',
      rootKind: 'array',
      dataPaths: [],
      dataPath,
      rowCount,
      sourceRowCount: rowCount,
      stepRowCounts: [],
      stepProblems: [],
      totalRows: null,
      columns,
      // Each request for the arrived rows detects the columns again.
      hasAllColumns: true,
      notes: [],
      lineCount: 0,
    },
  };
}

function possibleViews({ body }: RunSummary): readonly PreviewView[] {
  if (body.status === 'parsed') {
    if (body.rootKind !== 'object' && body.rootKind !== 'array') return ['raw', 'table'];
    return body.dataPath === null ? ['tree', 'table', 'raw'] : previewViews;
  }
  return body.status === 'unparsed' ? ['raw'] : [];
}
