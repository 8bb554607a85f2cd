import { Popover } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { text } from '../messages/text.ts';
import { pathLabel } from './path/path-label.ts';
import { PathPanel, type PathPanelProps } from './path/path-panel.tsx';
import classes from './path-chooser.module.css';

/** Which rows of the response are the table: names the path, and opens the field for another. */
export function PathChooser({ chosen, onChoose, ...panel }: PathPanelProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover position="bottom-start" width={420} trapFocus returnFocus opened={isOpen} onChange={setOpen}>
      <Popover.Target>
        <button
          type="button"
          className={classes.button}
          aria-label={text('preview.path.chosen', { path: pathLabel(chosen) })}
          onClick={() => setOpen(!isOpen)}
        >
          <span className={classes.name}>{pathLabel(chosen)}</span>
          <IconChevronDown size={13} aria-hidden />
        </button>
      </Popover.Target>
      <Popover.Dropdown className={classes.dropdown ?? ''} aria-label={text('rowPath.field')}>
        <PathPanel
          {...panel}
          chosen={chosen}
          onChoose={(path) => {
            setOpen(false);
            onChoose(path);
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
