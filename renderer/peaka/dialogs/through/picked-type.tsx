import { Button } from '@mantine/core';
import type { PeakaType } from '../../../../app/shared/peaka/connection-type.ts';
import { Badge } from '../../../badge/badge.tsx';
import { OpenLink } from '../../../common/open-link.tsx';
import { text } from '../../../messages/text.ts';
import type { Target } from '../use-target.ts';
import classes from './through.module.css';

/** What was chosen in the first step, and the way back to it. */
export function PickedType({ type, target, onChange }: { type: PeakaType; target: Target; onChange: () => void }) {
  return (
    <div className={classes.picked}>
      <Badge preset={undefined} name={type.label} size={36} />
      <div className={classes.pickedText}>
        <div className={classes.pickedName}>{type.label}</div>
        <p className={classes.pickedWhere}>
          {text('peaka.through.where', {
            project: target.project?.name ?? '',
            account: target.account?.peakaAccount.name ?? '',
          })}{' '}
          {type.documentationUrl === '' ? null : (
            <OpenLink url={type.documentationUrl}>{text('peaka.through.documentation')}</OpenLink>
          )}
        </p>
      </div>
      <Button variant="default" size="xs" onClick={onChange}>
        {text('peaka.through.change')}
      </Button>
    </div>
  );
}
