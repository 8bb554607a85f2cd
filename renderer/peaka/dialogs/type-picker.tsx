import { useQuery } from '@tanstack/react-query';
import type { PeakaType } from '../../../app/shared/peaka/connection-type.ts';
import { reportOf } from '../../api/client.ts';
import { peakaTypesQuery } from '../../api/peaka-queries.ts';
import { Badge } from '../../badge/badge.tsx';
import { text } from '../../messages/text.ts';
import { Picker, type PickerItem } from '../../picker/picker.tsx';
import { categoryWord } from './category-word.ts';
import classes from './dialogs.module.css';
import { PeakaError } from './peaka-error.tsx';

interface TypePickerProps {
  accountId: string;
  value: PeakaType | undefined;
  suggested: readonly PeakaType[];
  showsProblem: boolean;
  onPick: (type: string) => void;
}

/** A type of connection at Peaka. What fits the connection comes first. */
export function TypePicker({ accountId, value, suggested, showsProblem, onPick }: TypePickerProps) {
  const types = useQuery(peakaTypesQuery(accountId));
  const all = types.data ?? [];
  const isSuggested = (type: PeakaType): boolean => suggested.includes(type);
  const items: PickerItem[] = [
    ...suggested.map((type) => itemOf(type, text('peaka.dialog.type.suggested'))),
    ...all.filter((type) => !isSuggested(type)).map((type) => itemOf(type, categoryWord(type.category))),
  ];
  if (types.isError)
    return (
      <PeakaError error={reportOf(types.error)} accountId={accountId} isSmall onTryAgain={() => void types.refetch()} />
    );
  const isMissing = showsProblem && value === undefined;
  const shown = value?.label ?? text(types.isLoading ? 'peaka.dialog.type.loading' : 'peaka.dialog.type.choose');
  return (
    <div className={classes.field} data-mistake={isMissing || undefined}>
      <span className={classes.label} aria-hidden>
        {text('peaka.dialog.type')}
      </span>
      <Picker
        label={text('peaka.dialog.type.chosen', { name: shown })}
        items={items}
        value={value?.type ?? null}
        searchPlaceholder={text('peaka.dialog.type.search')}
        onPick={onPick}
      >
        {value === undefined ? null : <Badge preset={undefined} name={value.label} size={28} />}
        <span className={classes.picked} data-none={value === undefined || undefined}>
          {shown}
        </span>
      </Picker>
      {isMissing ? <p className={classes.problem}>{text('peaka.dialog.problem.type')}</p> : null}
    </div>
  );
}

const itemOf = (type: PeakaType, group: string): PickerItem => ({
  id: type.type,
  label: type.label,
  description: type.type,
  icon: <Badge preset={undefined} name={type.label} size={28} />,
  group,
});
