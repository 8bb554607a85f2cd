import type { Cell } from '../../app/shared/preview/preview.ts';
import { formatCount } from '../common/numbers.ts';
import classes from './cell-value.module.css';

/** One value on one line. Colour and form show its type. */
export function CellValue({ cell }: { cell: Cell }) {
  const { kind, text, count } = cell;
  if (kind === 'missing') return <span className={classes.missing} role="img" aria-label="missing" />;
  if (count === 0) return <span className={classes.empty}>{text}</span>;
  if (kind === 'array' || kind === 'object')
    return (
      <span className={classes.container}>
        <span className={classes.count}>
          {kind === 'array' ? `[${formatCount(count ?? 0)}]` : `{${formatCount(count ?? 0)}}`}
        </span>
        <bdi className={classes.source}>{text}</bdi>
      </span>
    );
  if (kind === 'string' && text === '') return <span className={classes.empty}>""</span>;
  return <bdi className={classes[kind]}>{text}</bdi>;
}
