import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { TokenPlacement } from '../../../app/shared/connection/token-mapping.ts';
import { text } from '../../messages/text.ts';
import classes from '../connection-dialog.module.css';
import type { ConnectionFormState } from '../form-state.ts';
import { Choice } from './choice.tsx';
import { placementKind, placementNames, placementPreview, runsIntoToken, startOf } from './placement.ts';
import own from './placement-field.module.css';

/** Where a GET carries the token, with a preview of the request. */
export function PlacementField({ form }: { form: ConnectionFormState }) {
  const { draft, edit, problemOf, touch } = form;
  const placement = draft.tokenPlacement;
  // Separate state, so that the field stays while the user types "Bearer" into a custom header.
  const [kind, setKind] = useState(() => placementKind(placement));
  const change = (part: Partial<TokenPlacement>): void => edit({ tokenPlacement: { ...placement, ...part } });
  const problem = problemOf('tokenPlacement');
  return (
    <>
      <Choice
        label={text('more.placement')}
        sentence={
          <code className={own.preview} data-testid="placement">
            {placementPreview(placement)}
          </code>
        }
        value={kind}
        choices={placementNames()}
        onChange={(next) => {
          setKind(next);
          edit({ tokenPlacement: startOf(next, placement) });
        }}
      />
      {kind === 'bearer' ? null : (
        <div className={own.pair}>
          <TextInput
            label={text(`more.placement.${kind}.name`)}
            description={text(`more.placement.${kind}.name.hint`)}
            value={placement.name}
            error={problem}
            spellCheck={false}
            classNames={{ input: 'mono' }}
            onChange={(event) => change({ name: event.currentTarget.value })}
            onBlur={() => touch('tokenPlacement')}
          />
          {kind === 'query' ? null : (
            <TextInput
              label={text('more.placement.prefix')}
              description={text('more.placement.prefix.hint')}
              placeholder={text('more.placement.prefix.none')}
              value={placement.prefix}
              spellCheck={false}
              classNames={{ input: 'mono' }}
              onChange={(event) => change({ prefix: event.currentTarget.value })}
              onBlur={() => touch('tokenPlacement')}
            />
          )}
        </div>
      )}
      {runsIntoToken(placement) ? (
        <p className={classes.sentence}>
          {text('more.placement.noSpace')}{' '}
          <Button size="compact-xs" variant="subtle" onClick={() => change({ prefix: `${placement.prefix} ` })}>
            {text('more.placement.addSpace')}
          </Button>
        </p>
      ) : null}
    </>
  );
}
