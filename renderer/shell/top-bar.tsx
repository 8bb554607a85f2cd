import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconLayoutSidebar, IconSearch, IconSettings, IconTerminal2 } from '@tabler/icons-react';
import { shortcut, withShortcut } from '../common/platform.ts';
import { openPalette, openSettings, toggleConsole, toggleSidebar, useWindow } from '../common/window-state.ts';
import { text } from '../messages/text.ts';
import { Mark } from './mark.tsx';
import classes from './top-bar.module.css';

export function TopBar() {
  const sidebarOpen = useWindow((state) => state.sidebarOpen);
  const consoleOpen = useWindow((state) => state.console.open);
  const sidebarLabel = text(sidebarOpen ? 'shell.sidebar.hide' : 'shell.sidebar.show');
  const consoleLabel = text(consoleOpen ? 'shell.console.hide' : 'shell.console.show');
  return (
    <header className={classes.bar} data-pane="top">
      <div className={classes.brand}>
        <Tooltip label={withShortcut(sidebarLabel, 'toggle-sidebar')}>
          <ActionIcon aria-label={sidebarLabel} aria-expanded={sidebarOpen} onClick={toggleSidebar}>
            <IconLayoutSidebar size={17} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
        <Mark />
        <span className={classes.name}>Tokenboard</span>
      </div>
      <button type="button" className={classes.search} onClick={openPalette} data-pane-focus>
        <IconSearch size={14} stroke={1.8} aria-hidden />
        <span className={classes.searchText}>{text('palette.placeholder')}</span>
        <kbd className={classes.keys}>{shortcut('palette')}</kbd>
      </button>
      <div className={classes.end}>
        <Tooltip label={withShortcut(consoleLabel, 'toggle-console')}>
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            aria-expanded={consoleOpen}
            className={classes.console ?? ''}
            leftSection={<IconTerminal2 size={16} stroke={1.6} aria-hidden />}
            onClick={toggleConsole}
          >
            {text('shell.console')}
          </Button>
        </Tooltip>
        <Tooltip label={withShortcut(text('shell.settings'), 'settings')}>
          <ActionIcon aria-label={text('shell.settings')} onClick={openSettings}>
            <IconSettings size={17} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      </div>
    </header>
  );
}
