import { ActionIcon, Button, SegmentedControl, Tooltip } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useId, useRef } from 'react';
import { flushSync } from 'react-dom';
import { usesField } from '../../app/shared/connection/grants/definitions.ts';
import { useRoving } from '../common/use-roving.ts';
import { text } from '../messages/text.ts';
import { ChipsField } from './chips-field.tsx';
import classes from './connection-dialog.module.css';
import { addScopes } from './draft.ts';
import type { ConnectionFormState } from './form-state.ts';
import own from './scopes-field.module.css';

/** The scopes to request; the preset suggests those that the service has. */
export function ScopesField({ form }: { form: ConnectionFormState }) {
  const { draft, preset, edit, problemOf, touch, offeredScopes } = form;
  const known = preset?.scopes ?? offeredScopes.map((value) => ({ value, description: value }));
  const offered = known.filter((scope) => !draft.scopes.includes(scope.value)).slice(0, preset === undefined ? 12 : 8);
  if (!usesField(draft, 'scopes')) return null;
  return (
    <div className={classes.field}>
      <ChipsField
        label={text('connection.scopes')}
        description={text(offered.length === 0 ? 'connection.scopes.hint' : 'connection.scopes.hint.offered')}
        values={draft.scopes}
        placeholder={text('connection.scopes.example')}
        error={problemOf('scopes')}
        onChange={(scopes) => edit({ scopes })}
        onBlur={() => touch('scopes')}
      />
      {offered.length === 0 ? null : (
        <ScopeOffers scopes={offered} onAdd={(scope) => edit({ scopes: addScopes(draft.scopes, [scope]) })} />
      )}
    </div>
  );
}

interface ScopeOffersProps {
  scopes: readonly { value: string; description: string }[];
  onAdd: (scope: string) => void;
}

/** All suggestions are one Tab stop. */
function ScopeOffers({ scopes, onAdd }: ScopeOffersProps) {
  const offers = useRoving(scopes.length);
  return (
    <div {...offers.row} role="toolbar" className={own.offers} aria-label={text('connection.scopes.offered')}>
      {scopes.map(({ value, description }, index) => (
        <button
          key={value}
          type="button"
          className={own.offer}
          title={value}
          {...offers.item(index)}
          onClick={() => offers.focusAfter(index, () => onAdd(value))}
        >
          <IconPlus size={12} stroke={2} aria-hidden />
          {description}
        </button>
      ))}
    </div>
  );
}

/** Google's access type, which a few other services adopted. */
const usual = { values: ['offline', 'online'], selected: 'offline' };

/** Shown only if the service has an access type or has no preset. It can be removed. */
export function AccessTypeField({ form }: { form: ConnectionFormState }) {
  const { draft, preset, edit } = form;
  const { values, selected } = preset === undefined ? usual : (preset.accessType ?? { values: [], selected: null });
  const choices = [...new Set([...values, ...(draft.accessType === null ? [] : [draft.accessType])])];
  const field = useRef<HTMLDivElement>(null);
  const sentenceId = useId();
  if (choices.length === 0 || !usesField(draft, 'accessType')) return null;
  /** The pressed button disappears, so its replacement takes the focus. */
  const swap = (accessType: string | null): void => {
    flushSync(() => edit({ accessType }));
    field.current?.querySelector<HTMLElement>('input:checked, button')?.focus();
  };
  return (
    <div className={classes.field} ref={field}>
      <span className={classes.label} aria-hidden>
        {text('connection.accessType')}
      </span>
      {draft.accessType === null ? (
        <p className={classes.sentence}>
          {text(preset === undefined ? 'connection.accessType.unknown' : 'connection.accessType.none')}{' '}
          <Button size="compact-xs" variant="subtle" onClick={() => swap(selected)}>
            {text('connection.accessType.add')}
          </Button>
        </p>
      ) : (
        <>
          <div className={own.accessType}>
            <SegmentedControl
              aria-label={text('connection.accessType')}
              aria-describedby={sentenceId}
              value={draft.accessType}
              data={choices}
              onChange={(accessType) => edit({ accessType })}
            />
            <Tooltip label={text('connection.accessType.remove.hint')}>
              <ActionIcon aria-label={text('connection.accessType.remove')} onClick={() => swap(null)}>
                <IconX size={15} stroke={1.7} />
              </ActionIcon>
            </Tooltip>
          </div>
          <p className={classes.sentence} id={sentenceId}>
            {text(draft.accessType === 'online' ? 'connection.accessType.online' : 'connection.accessType.offline')}
          </p>
        </>
      )}
    </div>
  );
}
