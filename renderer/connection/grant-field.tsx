import { ActionIcon, Button, Menu, SegmentedControl } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconChevronDown } from '@tabler/icons-react';
import { useId } from 'react';
import { type Grant, grants } from '../../app/shared/connection/grant-names.ts';
import { grantsOf } from '../../app/shared/preset/grants-of.ts';
import { text, textOf } from '../messages/text.ts';
import classes from './connection-dialog.module.css';
import type { ConnectionFormState } from './form-state.ts';
import own from './grant-field.module.css';
import { grantViews } from './grants/grant-views.ts';

const isRare = (grant: Grant): boolean => grantViews[grant].hint !== undefined;
const usual = grants.filter((grant) => !isRare(grant));
const rare = grants.flatMap((grant) => {
  const { name, hint } = grantViews[grant];
  return hint === undefined ? [] : [{ grant, name, hint }];
});

/**
 * With a preset, the grants that its service supports. Without one, the three best-known grants appear side by side; a
 * rarer grant joins them once it is chosen.
 */
export function GrantField({ form }: { form: ConnectionFormState }) {
  const { draft, preset, edit } = form;
  const sentenceId = useId();
  const chosenRare = isRare(draft.grant) ? draft.grant : undefined;
  const offered = preset === undefined ? undefined : [...new Set([...grantsOf(preset), draft.grant])];
  const shown = offered ?? (chosenRare === undefined ? usual : [...usual, chosenRare]);
  const { sentence, isWarning } = grantViews[draft.grant];
  return (
    <div className={classes.field}>
      <span className={classes.label} aria-hidden>
        {text('connection.grant')}
      </span>
      <div className={own.line}>
        <SegmentedControl<Grant>
          className={classes.segments ?? ''}
          aria-label={text('connection.grant')}
          aria-describedby={sentenceId}
          value={draft.grant}
          data={shown.map((value) => ({ value, label: textOf(grantViews[value].name) }))}
          onChange={(grant) => edit({ grant })}
        />
        {offered === undefined ? (
          <MoreGrants chosen={draft.grant} hasLabel={chosenRare === undefined} onChoose={(grant) => edit({ grant })} />
        ) : null}
      </div>
      {isWarning ? (
        <div className={classes.warning} id={sentenceId}>
          <IconAlertTriangle size={16} stroke={1.8} aria-hidden />
          <span>{textOf(sentence)}</span>
        </div>
      ) : (
        <p className={classes.sentence} id={sentenceId}>
          {textOf(sentence)}
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
            {text('connection.grant.more')}
          </Button>
        ) : (
          <ActionIcon aria-label={text('connection.grant.more')}>
            <IconChevronDown size={15} stroke={1.8} />
          </ActionIcon>
        )}
      </Menu.Target>
      <Menu.Dropdown>
        {rare.map(({ grant, name, hint }) => (
          <Menu.Item
            key={grant}
            rightSection={
              grant === chosen ? <IconCheck size={15} stroke={2} aria-label={text('connection.grant.chosen')} /> : null
            }
            onClick={() => onChoose(grant)}
          >
            <span className={own.item}>
              <span>{textOf(name)}</span>
              <span className={own.hint}>{textOf(hint)}</span>
            </span>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
