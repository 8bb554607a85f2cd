/**
 * Commands that work anywhere in the window, declared once. The system's menu, the window's keys, the palette and the
 * tooltips derive from them. A command without an implementation (`renderer/commands/run-command.ts`), one in the
 * palette without an icon, or one without a text, does not compile.
 */
export interface Shortcut {
  /** The label of the key; letters in upper case. A sign such as `?` is one with or without Shift: keyboards differ. */
  key: string;
  /** With Ctrl, on macOS with Command. */
  main?: boolean;
  shift?: boolean;
  /** `lists`: only on a row of the sidebar. `outsideFields`: only while no text field has the focus. */
  only?: 'lists' | 'outsideFields';
}

/** `settings`: the app's own menu on macOS, the File menu elsewhere. */
export type MenuPlace = 'file' | 'resource' | 'view' | 'settings' | 'help';

interface Command {
  /** The label is the text `menu.<name>`. `hidesShortcut`: the menu item does not show the key. */
  menu?: { place: MenuPlace; hidesShortcut?: true };
  /** Also in the palette, by the name `command.<name>`. */
  palette?: true;
  /** The first shortcut is the one shown. */
  shortcuts?: readonly [Shortcut, ...Shortcut[]];
}

/** In the order of each menu and of the palette. */
export const commands = {
  run: {
    menu: { place: 'resource' },
    palette: true,
    shortcuts: [{ main: true, key: 'Enter' }],
  },
  'focus-url': {
    menu: { place: 'resource' },
    palette: true,
    shortcuts: [{ main: true, key: 'L' }],
  },
  'pause-reloads': { menu: { place: 'resource' }, palette: true },
  'resume-reloads': { menu: { place: 'resource' }, palette: true },
  'new-resource': {
    menu: { place: 'file' },
    palette: true,
    // A single letter works only in lists: elsewhere the user may be typing.
    shortcuts: [
      { main: true, key: 'N' },
      { key: 'N', only: 'lists' },
    ],
  },
  'new-connection': { menu: { place: 'file' }, palette: true },
  'new-peaka-account': { palette: true },
  'new-peaka-connection': { menu: { place: 'file' }, palette: true },
  'use-in-peaka': { palette: true },
  'copy-as': { palette: true },
  publish: { palette: true },
  'use-in': { palette: true },
  'send-to-tool': { palette: true },
  'feed-settings': { palette: true },
  'try-practice': { palette: true },
  'light-theme': { palette: true },
  'dark-theme': { palette: true },
  palette: {
    menu: { place: 'view' },
    shortcuts: [{ main: true, key: 'K' }],
  },
  'next-pane': { menu: { place: 'view' }, shortcuts: [{ key: 'F6' }] },
  'previous-pane': { shortcuts: [{ shift: true, key: 'F6' }] },
  'toggle-sidebar': {
    menu: { place: 'view', hidesShortcut: true },
    palette: true,
    shortcuts: [{ main: true, key: 'B' }],
  },
  'toggle-console': {
    menu: { place: 'view' },
    palette: true,
    shortcuts: [{ main: true, key: 'J' }],
  },
  settings: {
    menu: { place: 'settings' },
    palette: true,
    shortcuts: [{ main: true, key: ',' }],
  },
  help: {
    menu: { place: 'help' },
    palette: true,
    shortcuts: [{ key: 'F1' }],
  },
  'help-keys': {
    menu: { place: 'help', hidesShortcut: true },
    palette: true,
    shortcuts: [{ key: '?', only: 'outsideFields' }],
  },
  // Outside fields only: inside, the browser's own undo must revert what was typed.
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

// The object above has exactly these keys. TypeScript loses that type in `keys`.
const names = Object.keys(commands) as CommandName[];
const has =
  <Part extends keyof Command>(part: Part) =>
  (name: CommandName): name is CommandWith<Part> =>
    part in commands[name];

export const menuCommands = names.filter(has('menu'));
export const paletteCommands = names.filter(has('palette'));
export const shortcutCommands = names.filter(has('shortcuts'));

/** `undefined`: the command has no key. */
export const shortcutOf = (name: CommandName): Shortcut | undefined =>
  has('shortcuts')(name) ? commands[name].shortcuts[0] : undefined;
