import { ActionIcon, Button, Menu, SegmentedControl } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconChevronDown } from '@tabler/icons-react';
import { useId } from 'react';
import { type Grant, grants } from '../../app/shared/connection/grant-names.ts';
import { grantsOf } from '../../app/shared/preset/grants-of.ts';
import classes from './connection-dialog.module.css';
import type { ConnectionFormState } from './form-state.ts';
import own from './grant-field.module.css';
import { grantNames, grantSentences, moreGrantHints } from './grant-words.ts';

const usual: Grant[] = ['authorization_code', 'password', 'oauth1'];
const more: ('client_credentials' | 'device_code')[] = ['client_credentials', 'device_code'];

/**
 * A service that has a preset offers what it has. Else three that people know stand side by side; a rarer one joins
 * them once it is chosen.
 */
export function GrantField({ form }: { form: ConnectionFormState }) {
  const { draft, preset, edit } = form;
  const sentenceId = useId();
  const rare = more.find((grant) => grant === draft.grant);
  const offered = preset === undefined ? undefined : [...new Set([...grantsOf(preset), draft.grant])];
  const shown = offered ?? (rare === undefined ? usual : [...usual, rare]);
  const choose = (value: string): void =>
    edit({ grant: grants.find((grant) => grant === value) ?? 'authorization_code' });
  return (
    <div className={classes.field}>
      <span className={classes.label} aria-hidden>
        Grant type
      </span>
      <div className={own.line}>
        <SegmentedControl
          className={classes.segments ?? ''}
          aria-label="Grant type"
          aria-describedby={sentenceId}
          value={draft.grant}
          data={shown.map((value) => ({ value, label: grantNames[value] }))}
          onChange={choose}
        />
        {offered === undefined ? (
          <MoreGrants chosen={draft.grant} hasLabel={rare === undefined} onChoose={choose} />
        ) : null}
      </div>
      {draft.grant === 'password' ? (
        <div className={classes.warning} id={sentenceId}>
          <IconAlertTriangle size={16} stroke={1.8} aria-hidden />
          <span>{grantSentences.password}</span>
        </div>
      ) : (
        <p className={classes.sentence} id={sentenceId}>
          {grantSentences[draft.grant]}
        </p>
      )}
    </div>
  );
}

interface MoreGrantsProps {
  chosen: Grant;
  /** One that is chosen stands beside the others: then a mark is enough. */
  hasLabel: boolean;
  onChoose: (grant: Grant) => void;
}

function MoreGrants({ chosen, hasLabel, onChoose }: MoreGrantsProps) {
  return (
    <Menu position="bottom-end" width={320} returnFocus>
      <Menu.Target>
        {hasLabel ? (
          <Button
            variant="subtle"
            color="gray"
            size="xs"
            rightSection={<IconChevronDown size={14} stroke={1.8} aria-hidden />}
          >
            More grants
          </Button>
        ) : (
          <ActionIcon aria-label="More grants">
            <IconChevronDown size={15} stroke={1.8} />
          </ActionIcon>
        )}
      </Menu.Target>
      <Menu.Dropdown>
        {more.map((grant) => (
          <Menu.Item
            key={grant}
            rightSection={grant === chosen ? <IconCheck size={15} stroke={2} aria-label="chosen" /> : null}
            onClick={() => onChoose(grant)}
          >
            <span className={own.item}>
              <span>{grantNames[grant]}</span>
              <span className={own.hint}>{moreGrantHints[grant]}</span>
            </span>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
