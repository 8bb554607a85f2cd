import type { CommandName } from '../../app/shared/commands.ts';
import { createResource } from '../actions/resource-actions.ts';
import { tryPractice } from '../actions/try-practice.ts';
import { findResource } from '../api/cache.ts';
import { findFeedOf } from '../api/feeds.ts';
import { pauseReloads } from '../api/reloads.ts';
import { latePart } from '../common/lazy.ts';
import { focusNextPane, focusUrl, openSection, runShown } from '../common/panes.ts';
import {
  openCopyAs,
  openFeedSettings,
  openGuide,
  openHelpKeys,
  openPalette,
  openPeakaHandOver,
  openPeakaThrough,
  openPush,
  openSettings,
  openUseIn,
  readWindow,
  toggleConsole,
  toggleSidebar,
} from '../common/window-state.ts';
import { connectNew } from '../connection/connection-actions.ts';
import { savePreferences } from '../notices/save-preferences.ts';
import { toastError, undoNewest } from '../notices/toast.tsx';
import { addPeakaAccount } from '../peaka/account-actions.ts';

/** Its texts load after the first frame. */
const feedActions = latePart(() => import('../feeds/feed-actions.ts'));

const implementations: Record<CommandName, () => void> = {
  run: runShown,
  'focus-url': focusUrl,
  'pause-reloads': () => void pauseReloads(true).catch(toastError),
  'resume-reloads': () => void pauseReloads(false).catch(toastError),
  'new-resource': () => void createResource(),
  'new-connection': () => void connectNew(),
  'new-peaka-account': addPeakaAccount,
  'new-peaka-connection': () => openPeakaThrough(),
  'use-in-peaka': () => {
    const { selection } = readWindow();
    if (selection?.kind === 'connection') openPeakaHandOver(selection.id);
  },
  'copy-as': () => {
    const { selection } = readWindow();
    if (selection?.kind === 'resource') openCopyAs(selection.id);
  },
  publish: () => {
    const { selection } = readWindow();
    const resource = selection?.kind === 'resource' ? findResource(selection.id)?.resource : undefined;
    if (resource === undefined) return;
    openSection('feed');
    feedActions
      .load()
      .then(() => feedActions.loaded()?.publish(resource.id, resource.name))
      .catch(toastError);
  },
  'use-in': () => {
    const { selection } = readWindow();
    const view = selection?.kind === 'resource' ? findFeedOf(selection.id) : undefined;
    if (view === undefined) return;
    // A key that is made in the dialog is shown there, too.
    openSection('feed');
    openUseIn(view.feed.id);
  },
  'send-to-tool': () => {
    const { selection } = readWindow();
    if (selection?.kind !== 'resource') return;
    // Its row is there, once it is saved.
    openSection('feed');
    openPush({ resourceId: selection.id });
  },
  'feed-settings': openFeedSettings,
  'try-practice': () => void tryPractice('authorization_code'),
  'light-theme': () => void savePreferences({ theme: 'light' }),
  'dark-theme': () => void savePreferences({ theme: 'dark' }),
  palette: openPalette,
  'next-pane': () => focusNextPane(1),
  'previous-pane': () => focusNextPane(-1),
  'toggle-sidebar': toggleSidebar,
  'toggle-console': toggleConsole,
  settings: openSettings,
  help: () => openGuide(),
  'help-keys': openHelpKeys,
  undo: undoNewest,
  // There is no redo. The key is still handled here, because the browser would redo an edit in some field.
  redo: () => undefined,
};

export const runCommand = (name: CommandName): void => implementations[name]();
