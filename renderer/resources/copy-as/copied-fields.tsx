import type { CopiedField } from '../../../app/shared/copy-as.ts';
import { CopyButton } from '../../common/copy-button.tsx';
import { textOf } from '../../messages/text.ts';
import classes from './copy-as.module.css';

/** The fields of another program's dialog, each with its own button. */
export function CopiedFields({ fields }: { fields: CopiedField[] }) {
  return (
    <dl className={classes.fields}>
      {fields.map(({ label, value }) => {
        const name = textOf(label);
        return (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
            <CopyButton text={value} what={name} />
          </div>
        );
      })}
    </dl>
  );
}
