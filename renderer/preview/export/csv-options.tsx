import {
  type CsvChoices,
  csvDelimiters,
  dateStyles,
  decimalMarks,
  lineEnds,
} from '../../../app/shared/export/export.ts';
import { text } from '../../messages/text.ts';
import { Choice, yesOrNo } from './choice.tsx';

/** How CSV is written. */
export function CsvOptions({ csv, onChange }: { csv: CsvChoices; onChange: (change: Partial<CsvChoices>) => void }) {
  return (
    <>
      <Choice
        label={text('exportDialog.csv.delimiter')}
        hint={text('exportDialog.csv.delimiter.hint')}
        value={csv.delimiter}
        options={csvDelimiters.map((value) => ({ value, label: text(`exportDialog.csv.delimiter.${value}`) }))}
        onChange={(delimiter) => onChange({ delimiter })}
      />
      <Choice
        label={text('exportDialog.csv.decimal')}
        hint={text('exportDialog.csv.decimal.hint')}
        value={csv.decimalMark}
        options={decimalMarks.map((value) => ({ value, label: text(`exportDialog.csv.decimal.${value}`) }))}
        onChange={(decimalMark) => onChange({ decimalMark })}
      />
      <Choice
        label={text('exportDialog.csv.dates')}
        hint={text('exportDialog.csv.dates.hint')}
        value={csv.dates}
        options={dateStyles.map((value) => ({ value, label: text(`exportDialog.csv.dates.${value}`) }))}
        onChange={(dates) => onChange({ dates })}
      />
      <Choice
        label={text('exportDialog.csv.header')}
        hint={text('exportDialog.csv.header.hint')}
        value={csv.header ? 'yes' : 'no'}
        options={yesOrNo()}
        onChange={(chosen) => onChange({ header: chosen === 'yes' })}
      />
      <Choice
        label={text('exportDialog.csv.mark')}
        hint={text('exportDialog.csv.mark.hint')}
        value={csv.mark ? 'yes' : 'no'}
        options={yesOrNo()}
        onChange={(chosen) => onChange({ mark: chosen === 'yes' })}
      />
      <Choice
        label={text('exportDialog.csv.lineEnd')}
        hint={text('exportDialog.csv.lineEnd.hint')}
        value={csv.lineEnd}
        options={lineEnds.map((value) => ({ value, label: text(`exportDialog.csv.lineEnd.${value}`) }))}
        onChange={(lineEnd) => onChange({ lineEnd })}
      />
    </>
  );
}
