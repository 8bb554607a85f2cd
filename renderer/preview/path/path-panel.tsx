import { Button, Switch, TextInput } from '@mantine/core';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { PathSuggestion } from '../../../app/shared/contract/paths.ts';
import { call } from '../../api/client.ts';
import { text, textOf } from '../../messages/text.ts';
import classes from './path-panel.module.css';
import { PathSuggestions } from './path-suggestions.tsx';
import { fitsPeakboard } from './peakboard-path.ts';
import { usePathCheck } from './use-path-check.ts';

export interface PathPanelProps {
  previewId: string;
  chosen: string;
  withParents: boolean;
  onChoose: (path: string) => void;
  onParents: (withParents: boolean) => void;
}

/** Where the rows are: a field with a check while the user types, suggestions of the response, and the parents' fields. */
export function PathPanel({ previewId, chosen, withParents, onChoose, onParents }: PathPanelProps) {
  const listId = useId();
  const [typed, setTyped] = useState(chosen);
  const [active, setActive] = useState(-1);
  const suggestions = useSuggestions(previewId);
  const path = typed.trim();
  const check = usePathCheck(previewId, path);
  const matching = suggestions.filter((each) => each.path.toLowerCase().includes(path.toLowerCase()));
  const shown = path === chosen || matching.length === 0 ? suggestions : matching;
  const kind = suggestions.find((each) => each.path === path)?.kind;
  const optionId = (index: number) => `${listId}-${index}`;

  const submit = async (): Promise<void> => {
    const suggestion = shown[active];
    if (suggestion !== undefined) return onChoose(suggestion.path);
    const known = check ?? (await call('preview.path', { previewId, dataPath: path }).catch(() => undefined));
    if (known?.status === 'rows') onChoose(path);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && shown.length > 0) {
      event.preventDefault();
      // -1 is the field itself.
      const next = ((active + 1 + step + shown.length + 1) % (shown.length + 1)) - 1;
      setActive(next);
      document.getElementById(optionId(next))?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter') {
      event.preventDefault();
      void submit();
    }
  };

  return (
    <div className={classes.panel}>
      <TextInput
        data-autofocus
        label={text('rowPath.field')}
        description={text('rowPath.hint')}
        placeholder={text('preview.path.whole')}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setActive(-1);
        }}
        onKeyDown={onKeyDown}
        error={check?.status === 'fault' ? textOf(check.message) : undefined}
        classNames={{ input: classes.input ?? '' }}
        spellCheck={false}
        maxLength={2000}
        role="combobox"
        aria-expanded={shown.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        {...(active === -1 ? {} : { 'aria-activedescendant': optionId(active) })}
      />
      <div className={classes.check}>
        <span role="status" className={classes.count}>
          {check === undefined
            ? text('rowPath.checking')
            : check.status === 'rows'
              ? text('preview.rowCount', { count: check.rowCount })
              : ''}
        </span>
        <Button size="compact-sm" disabled={check?.status !== 'rows'} onClick={() => onChoose(path)}>
          {text('rowPath.show')}
        </Button>
      </div>
      {check?.status === 'rows' && !fitsPeakboard(path, kind, withParents) ? (
        <p className={classes.note}>{text('rowPath.peakboard')}</p>
      ) : null}
      <PathSuggestions
        id={listId}
        suggestions={shown}
        chosen={chosen}
        active={active}
        optionId={optionId}
        onChoose={onChoose}
      />
      <Switch
        size="sm"
        label={text('rowPath.parents')}
        description={text('rowPath.parents.hint')}
        checked={withParents}
        onChange={(event) => onParents(event.currentTarget.checked)}
      />
    </div>
  );
}

/** Asked for when the panel opens: the counts take a moment. */
function useSuggestions(previewId: string): readonly PathSuggestion[] {
  const [known, setKnown] = useState<readonly PathSuggestion[]>([]);
  const isHere = useRef(true);
  useEffect(() => {
    isHere.current = true;
    call('preview.paths', { previewId }).then(
      ({ paths }) => isHere.current && setKnown(paths),
      () => undefined,
    );
    return () => {
      isHere.current = false;
    };
  }, [previewId]);
  return known;
}
