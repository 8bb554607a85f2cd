/**
 * What the user can do from anywhere, declared here once. The system's menu, the keys of the window, the palette and the
 * tips over buttons are derived from it. A command without an implementation (`renderer/commands/run-command.ts`), or one
 * in the palette without an icon, does not compile.
 */
export interface Shortcut {
  /** As on the key cap; a letter in upper case. */
  key: string;
  /** With Ctrl; on macOS with Command. */
  main?: boolean;
  shift?: boolean;
  /** `lists`: on a row of the sidebar. `outsideFields`: wherever nobody types. */
  only?: 'lists' | 'outsideFields';
}

/** `settings`: the app's own menu on macOS, File elsewhere. */
export type MenuPlace = 'file' | 'resource' | 'view' | 'settings';

interface Command {
  /** `hidesShortcut`: the item does not name the key. */
  menu?: { place: MenuPlace; label: string; hidesShortcut?: true };
  /** How the palette names it. */
  palette?: string;
  /** The first is the one that is shown. */
  shortcuts?: readonly [Shortcut, ...Shortcut[]];
}

/** In the order of each menu and of the palette. */
export const commands = {
  run: {
    menu: { place: 'resource', label: 'Run' },
    palette: 'Run',
    shortcuts: [{ main: true, key: 'Enter' }],
  },
  'focus-url': {
    menu: { place: 'resource', label: 'Edit URL' },
    palette: 'Edit URL',
    shortcuts: [{ main: true, key: 'L' }],
  },
  'new-resource': {
    menu: { place: 'file', label: 'New Resource' },
    palette: 'New resource',
    // A letter alone counts in lists only: anywhere else somebody may mean to type.
    shortcuts: [
      { main: true, key: 'N' },
      { key: 'N', only: 'lists' },
    ],
  },
  'new-connection': { menu: { place: 'file', label: 'New Connection' }, palette: 'New connection' },
  'try-practice': { palette: 'Try the practice service' },
  'light-theme': { palette: 'Use the light theme' },
  'dark-theme': { palette: 'Use the dark theme' },
  palette: {
    menu: { place: 'view', label: 'Search or Jump To…' },
    shortcuts: [{ main: true, key: 'K' }],
  },
  'next-pane': { menu: { place: 'view', label: 'Next Pane' }, shortcuts: [{ key: 'F6' }] },
  'previous-pane': { shortcuts: [{ shift: true, key: 'F6' }] },
  'toggle-sidebar': {
    menu: { place: 'view', label: 'Show or Hide Sidebar', hidesShortcut: true },
    palette: 'Show or hide the sidebar',
    shortcuts: [{ main: true, key: 'B' }],
  },
  'toggle-console': {
    menu: { place: 'view', label: 'Show or Hide Console' },
    palette: 'Show or hide the console',
    shortcuts: [{ main: true, key: 'J' }],
  },
  settings: {
    menu: { place: 'settings', label: 'Settings…' },
    palette: 'Settings',
    shortcuts: [{ main: true, key: ',' }],
  },
  // Outside fields: the browser's own would undo what was typed last in any field.
  undo: { shortcuts: [{ main: true, key: 'Z', only: 'outsideFields' }] },
  redo: {
    shortcuts: [
      { main: true, shift: true, key: 'Z', only: 'outsideFields' },
      { main: true, key: 'Y', only: 'outsideFields' },
      { main: true, shift: true, key: 'Y', only: 'outsideFields' },
    ],
  },
} as const satisfies Record<string, Command>;

type Commands = typeof commands;
export type CommandName = keyof Commands;
type CommandWith<Part extends keyof Command> = {
  [Name in CommandName]: Commands[Name] extends Record<Part, unknown> ? Name : never;
}[CommandName];
export type MenuCommand = CommandWith<'menu'>;
export type PaletteCommand = CommandWith<'palette'>;
export type ShortcutCommand = CommandWith<'shortcuts'>;

// Their type is what the object above has: TypeScript does not follow it through `keys`.
const names = Object.keys(commands) as CommandName[];
const has =
  <Part extends keyof Command>(part: Part) =>
  (name: CommandName): name is CommandWith<Part> =>
    part in commands[name];

export const menuCommands = names.filter(has('menu'));
export const paletteCommands = names.filter(has('palette'));
export const shortcutCommands = names.filter(has('shortcuts'));

/** `undefined`: a command without a key. */
export const shortcutOf = (name: CommandName): Shortcut | undefined =>
  has('shortcuts')(name) ? commands[name].shortcuts[0] : undefined;
