import { commands, type Shortcut, shortcutCommands } from '../../app/shared/commands.ts';
import { type ShownKeys, viewKeys } from './view-keys.ts';

/** `redo` does nothing yet, so the list leaves it out. */
const listed = shortcutCommands.filter((name) => name !== 'redo');
type Listed = (typeof listed)[number];

const groupOf: Record<Listed, 'resources' | 'window'> = {
  run: 'resources',
  'focus-url': 'resources',
  'new-resource': 'resources',
  palette: 'window',
  'next-pane': 'window',
  'previous-pane': 'window',
  'toggle-sidebar': 'window',
  'toggle-console': 'window',
  settings: 'window',
  help: 'window',
  'help-keys': 'window',
  undo: 'window',
};

/** The keys of the commands that fit, as lines of the list. */
const commandKeys = (fits: (name: Listed, shortcut: Shortcut) => boolean): ShownKeys[] =>
  listed.flatMap((name) => {
    const keys = commands[name].shortcuts.filter((shortcut) => fits(name, shortcut));
    return keys.length === 0 ? [] : [{ id: `command.${name}` as const, keys }];
  });

const everywhere = (group: 'resources' | 'window'): ShownKeys[] =>
  commandKeys((name, { only }) => groupOf[name] === group && only !== 'lists');

/** Every key of the window in groups, first those that work everywhere. */
export const keyGroups = () =>
  [
    { name: 'window', rows: everywhere('window') },
    { name: 'resources', rows: everywhere('resources') },
    { name: 'lists', rows: [...viewKeys.lists, ...commandKeys((_, { only }) => only === 'lists')] },
    { name: 'table', rows: viewKeys.table },
    { name: 'tree', rows: viewKeys.tree },
    { name: 'console', rows: viewKeys.console },
    { name: 'dialogs', rows: viewKeys.dialogs },
  ] as const;
