import { useState } from 'react';
import { usePeakaLinks } from '../../../api/peaka-queries.ts';
import { FormDialog } from '../../../common/form-dialog.tsx';
import { useLast } from '../../../common/use-last.ts';
import { closeOverlay, type PeakaThroughStart, useWindow } from '../../../common/window-state.ts';
import { text } from '../../../messages/text.ts';
import { type DialogProgress, leaveDialog, untouched } from '../dialog-progress.ts';
import { FirstAccountStep } from '../first-account.tsx';
import { useTarget } from '../use-target.ts';
import { FormStep } from './form-step.tsx';
import { TypeStep } from './type-step.tsx';
import { useType } from './use-type.ts';

/** A new connection through Peaka: first what it connects to, then its form or its login. */
export function ThroughDialog() {
  const overlay = useWindow((state) => state.overlay);
  const start = overlay?.kind === 'peakaThrough' ? overlay.start : null;
  const shown = useLast(start);
  const [progress, setProgress] = useState<DialogProgress>(untouched);
  const leave = (): void => leaveDialog(progress);
  return (
    <FormDialog
      opened={start !== null}
      title={text('peaka.through.title')}
      onClose={closeOverlay}
      onLeave={leave}
      isBusy={progress.isBusy}
    >
      {shown === null ? null : <Steps start={shown} onProgress={setProgress} onLeave={leave} />}
    </FormDialog>
  );
}

interface StepsProps {
  start: PeakaThroughStart;
  onProgress: (progress: DialogProgress) => void;
  onLeave: () => void;
}

function Steps({ start, onProgress, onLeave }: StepsProps) {
  const again = usePeakaLinks().find(({ link }) => link.id === start.linkId)?.link;
  // The link changes during the login; the dialog starts from what it was.
  const [link] = useState(again);
  const target = useTarget(link ?? start);
  const accountId = target.account?.peakaAccount.id;
  const [picked, pick] = useState<string | null>(link?.type ?? null);
  const type = useType(accountId, picked);
  if (accountId === undefined) return <FirstAccountStep onAccount={target.setAccount} onLeave={onLeave} />;
  if (type === undefined)
    return (
      <TypeStep
        target={target}
        onPick={(next) => {
          pick(next);
          onProgress(untouched);
        }}
        onLeave={onLeave}
      />
    );
  return (
    <FormStep
      key={type.type}
      type={type}
      target={target}
      again={link?.type === type.type ? link : undefined}
      onProgress={onProgress}
      onBack={() => {
        pick(null);
        onProgress(untouched);
      }}
      onLeave={onLeave}
    />
  );
}
