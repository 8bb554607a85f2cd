import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import {
  type ExportChoices,
  exportFacts,
  exportFormats,
  exportScopes,
  fitsFormat,
  initialExportChoices,
  jsonRows,
} from '../../../app/shared/export/export.ts';
import { usePreferences } from '../../api/queries.ts';
import { useWindow } from '../../common/window-state.ts';
import { text } from '../../messages/text.ts';
import { savePreferences } from '../../notices/save-preferences.ts';
import { SaveButton } from '../save-button.tsx';
import { useShaping } from '../shape/shaping.tsx';
import { Choice } from './choice.tsx';
import { CsvOptions } from './csv-options.tsx';
import classes from './export.module.css';
import { noticeOf } from './export-notice.tsx';
import { ExportStatus } from './export-status.tsx';
import { startExport, useExport } from './running-exports.ts';

/** Chooses format, rows and options, and follows the export. */
export function ExportDialog({ previewId, opened, onClose }: ExportDialogProps) {
  const [id, setId] = useState<string>();
  const running = useExport(id);
  const isTop = useWindow(({ help, overlay }) => help === null && overlay === null);
  const close = (): void => {
    // It goes on without the dialog.
    if (id !== undefined && running?.status === 'running') noticeOf(id);
    setId(undefined);
    onClose();
  };
  return (
    <Modal opened={opened} onClose={close} closeOnEscape={isTop} title={text('exportDialog.title')} size={620}>
      {id === undefined || running?.status === 'cancelled' ? (
        <ExportForm previewId={previewId} onStart={setId} />
      ) : (
        <div className={classes.body}>
          <ExportStatus id={id} />
          <div className={classes.footer}>
            <Button variant="default" onClick={close}>
              {text('exportDialog.close')}
            </Button>
          </div>
        </div>
      )}
    </Modal>
  );
}

interface ExportDialogProps {
  previewId: string;
  opened: boolean;
  onClose: () => void;
}

function ExportForm({ previewId, onStart }: { previewId: string; onStart: (id: string) => void }) {
  const choices = usePreferences()?.exportChoices ?? initialExportChoices;
  const { table, shape, columns } = useShaping();
  const set = (change: Partial<ExportChoices>): void =>
    void savePreferences({ exportChoices: { ...choices, ...change } });
  if (table === undefined) return null;
  const shownColumns = columns.filter(({ hidden }) => hidden !== true).length;
  const counts = {
    shown: { rows: table.rowCount, columns: shownColumns },
    all: { rows: table.sourceRowCount, columns: columns.length },
  };
  const { format, scope, csv, json } = choices;
  const facts = exportFacts[format];
  const fits = fitsFormat(format, counts[scope].rows, counts[scope].columns);
  return (
    <form
      className={classes.body}
      onSubmit={(event) => {
        event.preventDefault();
        if (fits) onStart(startExport({ ...table.view, shape, choices }));
      }}
    >
      <Choice
        label={text('exportDialog.format')}
        hint={text(`exportDialog.format.${format}.hint`)}
        value={format}
        options={exportFormats.map((value) => ({ value, label: text(`exportDialog.format.${value}`) }))}
        onChange={(chosen) => set({ format: chosen })}
      />
      <Choice
        label={text('exportDialog.scope')}
        hint={text(`exportDialog.scope.${scope}.hint`, counts[scope])}
        value={scope}
        options={exportScopes.map((value) => ({ value, label: text(`exportDialog.scope.${value}`) }))}
        onChange={(chosen) => set({ scope: chosen })}
      />
      {facts.choices === 'csv' ? (
        <CsvOptions csv={csv} onChange={(change) => set({ csv: { ...csv, ...change } })} />
      ) : null}
      {facts.choices === 'json' ? (
        <Choice
          label={text('exportDialog.json.rows')}
          hint={text(`exportDialog.json.rows.${json.rows}.hint`)}
          value={json.rows}
          options={jsonRows.map((value) => ({ value, label: text(`exportDialog.json.rows.${value}`) }))}
          onChange={(rows) => set({ json: { rows } })}
        />
      ) : null}
      {fits ? null : (
        <p className={classes.problem} role="alert">
          {text('export.excelRows')}
        </p>
      )}
      <div className={classes.footer}>
        <SaveButton previewId={previewId} isLarge />
        <Button type="submit" disabled={!fits} data-autofocus>
          {text('exportDialog.start')}
        </Button>
      </div>
    </form>
  );
}
