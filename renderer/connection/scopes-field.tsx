import { ActionIcon, Button, SegmentedControl, Tooltip } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useRef } from 'react';
import { flushSync } from 'react-dom';
import { usesField } from '../../app/shared/connection/grants/definitions.ts';
import { useRoving } from '../common/use-roving.ts';
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
        label="Scopes"
        values={draft.scopes}
        placeholder="read, offline_access"
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
    <div {...offers.row} role="toolbar" className={own.offers} aria-label="Scopes of this service">
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
  if (choices.length === 0 || !usesField(draft, 'accessType')) return null;
  /** The pressed button disappears, so its replacement takes the focus. */
  const swap = (accessType: string | null): void => {
    flushSync(() => edit({ accessType }));
    field.current?.querySelector<HTMLElement>('input:checked, button')?.focus();
  };
  return (
    <div className={classes.field} ref={field}>
      <span className={classes.label} aria-hidden>
        Access type
      </span>
      {draft.accessType === null ? (
        <p className={classes.sentence}>
          {preset === undefined
            ? 'Not sent. Some services give a refresh token only with “offline”.'
            : 'Not sent. The service may then give no refresh token.'}{' '}
          <Button size="compact-xs" variant="subtle" onClick={() => swap(selected)}>
            Add access type
          </Button>
        </p>
      ) : (
        <>
          <div className={own.accessType}>
            <SegmentedControl
              aria-label="Access type"
              value={draft.accessType}
              data={choices}
              onChange={(accessType) => edit({ accessType })}
            />
            <Tooltip label="Do not send an access type">
              <ActionIcon aria-label="Remove access type" onClick={() => swap(null)}>
                <IconX size={15} stroke={1.7} />
              </ActionIcon>
            </Tooltip>
          </div>
          <p className={classes.sentence}>
            {draft.accessType === 'online'
              ? 'With “online” the service gives no refresh token. The login ends with its first token.'
              : 'With “offline” the service gives a refresh token. The login lasts.'}
          </p>
        </>
      )}
    </div>
  );
}
