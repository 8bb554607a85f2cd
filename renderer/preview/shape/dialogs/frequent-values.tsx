import type { Statistics } from '../../../../app/shared/contract/table.ts';
import { formatCount } from '../../../common/numbers.ts';
import { text } from '../../../messages/text.ts';
import classes from './dialogs.module.css';

interface FrequentValuesProps {
  top: Statistics['top'];
  chosen: readonly string[];
  onChoose: (value: string) => void;
}

/** The most frequent values of a column, each a click away. Nothing, if there are none. */
export function FrequentValues({ top, chosen, onChoose }: FrequentValuesProps) {
  const values = top.filter((each) => each.text !== '');
  if (values.length === 0) return null;
  return (
    <fieldset className={classes.frequent}>
      <legend>{text('shape.filter.frequent')}</legend>
      <div className={classes.choices}>
        {values.map(({ text: value, count }) => (
          <button
            key={value}
            type="button"
            className={classes.choice}
            aria-pressed={chosen.includes(value)}
            title={value}
            onClick={() => onChoose(value)}
          >
            <span className={classes.value}>{value}</span>
            <span className={classes.count}>{formatCount(count)}</span>
          </button>
        ))}
      </div>
    </fieldset>
  );
}
