import { Fragment } from 'react';
import { type KeyCombination, shortcutText } from '../common/platform.ts';
import { useWindow } from '../common/window-state.ts';
import { text } from '../messages/text.ts';
import { HelpModal } from './help-modal.tsx';
import { keyGroups } from './keys.ts';
import classes from './keys-dialog.module.css';
import type { ShownKeys } from './view-keys.ts';

/** Shows every key of the window and of its views. */
export function KeysDialog() {
  const isOpen = useWindow((state) => state.help?.kind === 'keys');
  const title = text('help.keys.title');
  return (
    <HelpModal opened={isOpen} title={title} size={860}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it (axe: scrollable-region-focusable) */}
      <section aria-label={title} tabIndex={0} data-autofocus className={classes.groups}>
        {keyGroups().map(({ name, rows }) => (
          <Group key={name} title={text(`help.keys.${name}`)} rows={rows} />
        ))}
      </section>
    </HelpModal>
  );
}

const Group = ({ title, rows }: { title: string; rows: readonly ShownKeys[] }) => (
  <div className={classes.group}>
    <h3 className={classes.heading}>{title}</h3>
    <dl className={classes.rows}>
      {rows.map((row) => (
        <div key={row.id} className={classes.row}>
          <dt>{text(row.id)}</dt>
          <dd className={classes.keys}>
            <Combinations of={row.keys} />
          </dd>
        </div>
      ))}
    </dl>
  </div>
);

const Combinations = ({ of }: { of: readonly KeyCombination[] }) =>
  of.map((combination, index) => {
    const keys = shortcutText(combination);
    return (
      <Fragment key={keys}>
        {index === 0 ? null : <span className={classes.or}>{text('help.keys.or')}</span>}
        <kbd className={classes.key}>{keys}</kbd>
      </Fragment>
    );
  });
