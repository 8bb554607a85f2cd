import { useLayoutEffect, useState } from 'react';
import type { PushView } from '../../../app/shared/contract/push.ts';
import { newPush, type PushKind, pushFacts } from '../../../app/shared/push/push.ts';
import { usePushes } from '../../api/pushes.ts';
import { FormDialog } from '../../common/form-dialog.tsx';
import { newId } from '../../common/new-id.ts';
import { useLast } from '../../common/use-last.ts';
import { closeOverlay, confirm, type PushTask, useWindow } from '../../common/window-state.ts';
import { text } from '../../messages/text.ts';
import { KindList } from './kind-list.tsx';
import { PushForm } from './push-form.tsx';

/** The dialog of a target: the list of tools first, for a new one. */
export function PushDialog() {
  const task = useWindow(({ overlay }) => (overlay?.kind === 'push' ? overlay.task : null));
  const isTop = useWindow(({ help, confirmation }) => help === null && confirmation === null);
  const shown = useLast(task);
  const [isEdited, setEdited] = useState(false);
  const views = usePushes();
  const view = shown !== null && 'pushId' in shown ? views?.find(({ push }) => push.id === shown.pushId) : undefined;
  const leave = (): void => {
    if (!isEdited) closeOverlay();
    else
      confirm({
        title: () => text('target.leave.title'),
        text: () => text('target.leave.text'),
        confirmLabel: () => text('target.leave.confirm'),
        onConfirm: closeOverlay,
      });
  };
  const isThere = shown !== null && ('resourceId' in shown || view !== undefined);
  return (
    <FormDialog
      opened={task !== null && isThere}
      title={view === undefined ? text('target.dialog.new') : text('target.dialog.edit', { name: view.push.name })}
      onClose={leave}
      onLeave={leave}
      isBusy={!isTop}
    >
      {isThere ? <PushOf task={shown} view={view} onEdited={setEdited} onLeave={leave} /> : null}
    </FormDialog>
  );
}

interface PushOfProps {
  task: PushTask;
  view: PushView | undefined;
  onEdited: (isEdited: boolean) => void;
  onLeave: () => void;
}

function PushOf({ task, view, onEdited, onLeave }: PushOfProps) {
  const [kind, setKind] = useState<PushKind | null>(null);
  // The list changes while the dialog is open: with each send.
  const [stored] = useState(view);
  const hasForm = stored !== undefined || kind !== null;
  useLayoutEffect(() => {
    if (!hasForm) onEdited(false);
  }, [hasForm, onEdited]);
  if (stored !== undefined)
    return (
      <PushForm
        push={stored.push}
        secretNames={stored.secretNames}
        resourceId={undefined}
        onEdited={onEdited}
        onLeave={onLeave}
        onSaved={closeOverlay}
        onOther={undefined}
      />
    );
  if (kind === null || !('resourceId' in task)) return <KindList onChoose={setKind} />;
  return <NewPush {...{ kind, onEdited, onLeave }} resourceId={task.resourceId} onOther={() => setKind(null)} />;
}

interface NewPushProps {
  kind: PushKind;
  resourceId: string;
  onEdited: (isEdited: boolean) => void;
  onLeave: () => void;
  onOther: () => void;
}

function NewPush({ kind, ...others }: NewPushProps) {
  const names = (usePushes() ?? []).map(({ push }) => push.name);
  // The feed is found or made when the target is saved.
  const [push] = useState(() => newPush(newId(), '', kind, freeName(pushFacts[kind].name, names)));
  return <PushForm push={push} secretNames={[]} onSaved={closeOverlay} {...others} />;
}

/** `TRMNL`, `TRMNL 2`: the command line finds targets by their names. */
function freeName(tool: string, names: readonly string[]): string {
  if (!names.includes(tool)) return tool;
  let number = 2;
  while (names.includes(`${tool} ${number}`)) number += 1;
  return `${tool} ${number}`;
}
