import type { Column } from '../../../app/shared/preview/preview.ts';
import { patternExample } from '../../../app/shared/shape/patterns.ts';
import { text } from '../../messages/text.ts';

/**
 * What a column's values are: `Date, as 31.12.2026, guessed from 1,204 values. 3 values do not fit.` `rowCount`: of the
 * list. `undefined`: not known yet.
 */
export function typeWords(column: Column, rowCount: number): string | undefined {
  const { type, pattern, isTypeChosen, isAmbiguous, unfitCount = 0 } = column;
  if (type === undefined) return undefined;
  const name = text(`shape.type.${type}`);
  const example = pattern === undefined ? undefined : patternExample(type, pattern);
  const named = example === undefined ? name : text('shape.type.as', { type: name, example });
  const about = isTypeChosen
    ? text('shape.type.chosen', { about: named })
    : text('shape.type.guessed', { about: named, count: rowCount });
  if (unfitCount > 0) return text('shape.type.unfit', { about, count: unfitCount });
  return isAmbiguous && !isTypeChosen ? text('shape.type.ambiguous', { about }) : about;
}
