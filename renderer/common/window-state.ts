import type { ReactNode } from 'react';
import { createStore, useStore } from 'zustand';
import type { Connection } from '../../app/shared/connection/connection.ts';
import type { PeakaPlace } from '../../app/shared/peaka/account.ts';
import { type GuidePage, guidePages } from './guide-pages.ts';

/** What the main pane shows. */
export type PageKind = 'resource' | 'connection' | 'peaka';
export type Selection = { kind: PageKind; id: string } | null;

/** The OAuth dialog's task. */
export interface ConnectionTask {
  /** An existing connection, or a new one that is not saved yet. */
  draft: Connection;
  isNew: boolean;
  /** The label of the button that opened the dialog. Read while drawing: the language may change. */
  title: () => string;
  /** Without cookies of earlier logins: "Log in as someone else". */
  freshSession?: boolean;
  /** Starts the login as soon as the dialog opens, if no field is missing. */
  startsAtOnce?: boolean;
  /** Attaches the connection, once saved, to what it was opened from. */
  onSaved?: ((connectionId: string) => void | Promise<void>) | undefined;
  /** After success. */
  onAuthorized?: (() => void) | undefined;
  /** Called if the dialog closes without a successful login. */
  onLeft?: (() => void) | undefined;
}

/** The dialog of an account at Peaka. It lies above the other dialogs, so that they keep what was typed. */
export interface PeakaAccountTask {
  /** `new`: an account that is not saved yet. */
  id: string | 'new';
  /** Called once the user has saved it. */
  onSaved?: ((accountId: string) => void) | undefined;
}

/** A connection at Peaka that gets another name. `isElsewhere`: its values are not known here. */
export interface PeakaRenameTask {
  accountId: string;
  projectId: string;
  connectionId: string;
  name: string;
  isElsewhere: boolean;
}

/** Where the dialog of a new connection through Peaka starts. */
export interface PeakaThroughStart {
  accountId?: string;
  project?: PeakaPlace;
  /** An unfinished link, whose login is run again. */
  linkId?: string;
}

/** The dialog of a target: an existing one, or a new one that gets the rows of this resource. */
export type PushTask = { pushId: string } | { resourceId: string };

/** Its texts are read while drawing: the language may change. */
export interface Confirmation {
  title: () => string;
  /** What will be lost. */
  text: () => ReactNode;
  confirmLabel: () => string;
  /** `notice`: nothing is lost, there is only one button. */
  tone?: 'notice';
  onConfirm: () => void | Promise<void>;
}

/** What explains the app. It lies above the dialogs, so that they keep what was typed. */
export type Help = { kind: 'keys' } | { kind: 'guide'; page: GuidePage } | null;

/** What is on top. Confirmations lie above everything else. */
export type Overlay =
  | { kind: 'palette' }
  | { kind: 'settings'; section?: 'network' | 'secrets' | 'feeds' }
  | { kind: 'connection'; task: ConnectionTask }
  /** *Use in Peaka…*, for a connection here. */
  | { kind: 'peakaHandOver'; connectionId: string }
  | { kind: 'peakaRename'; task: PeakaRenameTask }
  /** The values of a connection that was made from a form. */
  | { kind: 'peakaEdit'; linkId: string }
  | { kind: 'peakaThrough'; start: PeakaThroughStart }
  /** *Copy as…*, for a resource. */
  | { kind: 'copyAs'; resourceId: string }
  /** *Use in…*, for the feed of a resource. */
  | { kind: 'useIn'; feedId: string }
  /** A tool that rows are sent to. */
  | { kind: 'push'; task: PushTask }
  | null;

/** What the console is asked to show: all exchanges, or those of one connection or resource. */
export interface ConsoleScope {
  kind: 'connection' | 'resource';
  id: string;
}

export interface ConsoleState {
  open: boolean;
  scope: ConsoleScope | null;
  /** Increases each time the focus should move into the console. */
  focusCount: number;
}

export interface WindowState {
  selection: Selection;
  overlay: Overlay;
  peakaAccount: PeakaAccountTask | null;
  help: Help;
  confirmation: Confirmation | null;
  sidebarOpen: boolean;
  console: ConsoleState;
}

const store = createStore<WindowState>(() => ({
  selection: null,
  overlay: null,
  peakaAccount: null,
  help: null,
  confirmation: null,
  sidebarOpen: true,
  console: { open: false, scope: null, focusCount: 0 },
}));

const update = (change: Partial<WindowState>): void => store.setState(change);

export function useWindow<Value>(select: (state: WindowState) => Value): Value {
  return useStore(store, select);
}

/** Calls the listener when the state changes. Returns the function that stops this. */
export const watchWindow = (listener: () => void): (() => void) => store.subscribe(listener);
export const readWindow = (): WindowState => store.getState();
export const selectResource = (id: string): void => update({ selection: { kind: 'resource', id } });
export const selectConnection = (id: string): void => update({ selection: { kind: 'connection', id } });
export const selectPeakaAccount = (id: string): void => update({ selection: { kind: 'peaka', id } });
export const selectNothing = (): void => update({ selection: null });
export const openPalette = (): void => update({ overlay: { kind: 'palette' } });
export const openSettings = (): void => update({ overlay: { kind: 'settings' } });
export const openNetworkSettings = (): void => update({ overlay: { kind: 'settings', section: 'network' } });
export const openFeedSettings = (): void => update({ overlay: { kind: 'settings', section: 'feeds' } });
export const openSecretSettings = (): void => update({ overlay: { kind: 'settings', section: 'secrets' } });
export const openConnectionDialog = (task: ConnectionTask): void => update({ overlay: { kind: 'connection', task } });
export const openPeakaHandOver = (connectionId: string): void =>
  update({ overlay: { kind: 'peakaHandOver', connectionId } });
export const openPeakaThrough = (start: PeakaThroughStart = {}): void =>
  update({ overlay: { kind: 'peakaThrough', start } });
export const openCopyAs = (resourceId: string): void => update({ overlay: { kind: 'copyAs', resourceId } });
export const openUseIn = (feedId: string): void => update({ overlay: { kind: 'useIn', feedId } });
export const openPush = (task: PushTask): void => update({ overlay: { kind: 'push', task } });
export const closeOverlay = (): void => update({ overlay: null });
export const openPeakaRename = (task: PeakaRenameTask): void => update({ overlay: { kind: 'peakaRename', task } });
export const openPeakaEdit = (linkId: string): void => update({ overlay: { kind: 'peakaEdit', linkId } });
/** Opens the dialog of an account at Peaka, over whatever is open. */
export const openPeakaAccount = (id: string | 'new', onSaved?: (accountId: string) => void): void =>
  update({ peakaAccount: { id, onSaved } });
export const closePeakaAccount = (): void => update({ peakaAccount: null });
export const openHelpKeys = (): void => update({ help: { kind: 'keys' } });
/** Opens the user guide above what is open: a dialog behind it keeps what was typed. */
export const openGuide = (page: GuidePage = guidePages[0]): void => update({ help: { kind: 'guide', page } });
export const closeHelp = (): void => update({ help: null });
export const confirm = (confirmation: Confirmation): void => update({ confirmation });
export const closeConfirmation = (): void => update({ confirmation: null });
export const toggleSidebar = (): void => update({ sidebarOpen: !readWindow().sidebarOpen });
/** Opens the console with the focus in its list. With a scope it shows only that scope until the user removes it. */
export const showConsole = (scope: ConsoleScope | null = null): void =>
  update({ console: { open: true, scope, focusCount: readWindow().console.focusCount + 1 } });
const updateConsole = (change: Partial<ConsoleState>): void =>
  update({ console: { ...readWindow().console, ...change } });
export const closeConsole = (): void => updateConsole({ open: false });
export function toggleConsole(): void {
  const { open, scope } = readWindow().console;
  if (open) closeConsole();
  else showConsole(scope);
}
export const scopeConsole = (scope: ConsoleScope | null): void => updateConsole({ scope });
