import classes from './detail.module.css';
import { MaskedText } from './masked-text.tsx';

/** Names and values, one to a line: headers, the fields of a form, the parameters of a URL. */
export function FieldTable({ fields }: { fields: readonly [name: string, value: string][] }) {
  return (
    <dl className={classes.fields}>
      {fields.map(([name, value], index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: names repeat, and the list never changes its order
        <div key={index} className={classes.field}>
          <dt className={classes.fieldName}>{name}</dt>
          <dd className={classes.fieldValue}>
            <MaskedText text={value} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
