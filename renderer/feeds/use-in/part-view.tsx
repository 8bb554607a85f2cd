import { useId } from 'react';
import type { RecipePart } from '../../../app/shared/feed/recipes/recipe.ts';
import { CopyButton } from '../../common/copy-button.tsx';
import { text, textOf } from '../../messages/text.ts';
import classes from './use-in.module.css';

/** One text or the fields of one window, to copy. */
export function PartView({ part }: { part: RecipePart }) {
  const id = useId();
  return (
    <section className={classes.part} aria-labelledby={id}>
      <div className={classes.partHead}>
        <h3 id={id} className={classes.partTitle}>
          {textOf(part.title)}
        </h3>
        {part.kind === 'text' ? <CopyButton text={part.text} what={textOf(part.title)} /> : null}
      </div>
      {part.kind === 'text' ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a keyboard scrolls it
        <section className={classes.text} tabIndex={0} aria-label={text('useIn.text')}>
          <pre>{part.text}</pre>
        </section>
      ) : (
        <dl className={classes.fields}>
          {part.fields.map(({ label, value }) => (
            <div key={label}>
              <dt lang="en">{label}</dt>
              <dd>
                <span>{value === '' ? text('useIn.empty') : value}</span>
                {value === '' ? null : <CopyButton text={value} what={label} />}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}
