import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconLayoutSidebar, IconSearch, IconSettings, IconTerminal2 } from '@tabler/icons-react';
import { shortcut, withShortcut } from '../common/platform.ts';
import { openPalette, openSettings, toggleConsole, toggleSidebar, useWindow } from '../common/window-state.ts';
import { Mark } from './mark.tsx';
import classes from './top-bar.module.css';

export function TopBar() {
  const sidebarOpen = useWindow((state) => state.sidebarOpen);
  const consoleOpen = useWindow((state) => state.console.open);
  return (
    <header className={classes.bar} data-pane="top">
      <div className={classes.brand}>
        <Tooltip label={withShortcut(`${sidebarOpen ? 'Hide' : 'Show'} sidebar`, 'toggle-sidebar')}>
          <ActionIcon
            aria-label={sidebarOpen ? 'Hide sidebar' : 'Show sidebar'}
            aria-expanded={sidebarOpen}
            onClick={toggleSidebar}
          >
            <IconLayoutSidebar size={17} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
        <Mark />
        <span className={classes.name}>Tokenboard</span>
      </div>
      <button type="button" className={classes.search} onClick={openPalette} data-pane-focus>
        <IconSearch size={14} stroke={1.8} aria-hidden />
        <span className={classes.searchText}>Search or jump to…</span>
        <kbd className={classes.keys}>{shortcut('palette')}</kbd>
      </button>
      <div className={classes.end}>
        <Tooltip label={withShortcut(`${consoleOpen ? 'Hide' : 'Show'} console`, 'toggle-console')}>
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            aria-expanded={consoleOpen}
            className={classes.console ?? ''}
            leftSection={<IconTerminal2 size={16} stroke={1.6} aria-hidden />}
            onClick={toggleConsole}
          >
            Console
          </Button>
        </Tooltip>
        <Tooltip label={withShortcut('Settings', 'settings')}>
          <ActionIcon aria-label="Settings" onClick={openSettings}>
            <IconSettings size={17} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      </div>
    </header>
  );
}
