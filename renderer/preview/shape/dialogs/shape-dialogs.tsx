import { Modal } from '@mantine/core';
import { useLast } from '../../../common/use-last.ts';
import { text } from '../../../messages/text.ts';
import { type Editing, focusGrid, useShaping } from '../shaping.tsx';
import { ColumnsPanel } from './columns-panel.tsx';
import { RenameForm } from './rename-form.tsx';
import { StepForm } from './step-form.tsx';

/** Edits a step, the name of a column, or all columns. */
export function ShapeDialogs() {
  const { editing, edit } = useShaping();
  const shown = useLast(editing ?? null);
  const close = () => edit(undefined);
  return (
    <Modal
      opened={editing !== undefined}
      onClose={close}
      onExitTransitionEnd={focusGrid}
      title={shown === null ? '' : titleOf(shown)}
      size={shown?.kind === 'columns' ? 620 : 460}
      withCloseButton={false}
      returnFocus={false}
      closeOnClickOutside={shown?.kind === 'columns'}
    >
      {shown?.kind === 'step' ? <StepForm step={shown.step} onClose={close} /> : null}
      {shown?.kind === 'rename' ? <RenameForm column={shown.column} onClose={close} /> : null}
      {shown?.kind === 'columns' ? <ColumnsPanel onClose={close} /> : null}
    </Modal>
  );
}

function titleOf(editing: Editing): string {
  if (editing.kind === 'rename') return text('shape.rename.title');
  return editing.kind === 'columns' ? text('shape.columns.title') : text(`shape.edit.${editing.step.kind}`);
}
