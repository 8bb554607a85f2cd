import type { Cell } from '../../app/shared/preview/preview.ts';
import { formatCount } from '../common/numbers.ts';
import { text } from '../messages/text.ts';
import classes from './cell-value.module.css';

/** One value on one line. Colour and form show its type. */
export function CellValue({ cell }: { cell: Cell }) {
  const { kind, text: value, count } = cell;
  if (kind === 'missing') return <span className={classes.missing} role="img" aria-label={text('preview.missing')} />;
  if (count === 0) return <span className={classes.empty}>{value}</span>;
  if (kind === 'array' || kind === 'object')
    return (
      <span className={classes.container}>
        <span className={classes.count}>
          {kind === 'array' ? `[${formatCount(count ?? 0)}]` : `{${formatCount(count ?? 0)}}`}
        </span>
        <bdi className={classes.source}>{value}</bdi>
      </span>
    );
  if (kind === 'string' && value === '') return <span className={classes.empty}>""</span>;
  return <bdi className={classes[kind]}>{value}</bdi>;
}
