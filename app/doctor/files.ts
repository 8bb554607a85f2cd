import { openPreferences } from '../api/preferences-file.ts';
import { openConnections } from '../connections/connections-file.ts';
import { openFeedsFile, type StoredFeeds } from '../feeds/feeds-file.ts';
import { openPushFile } from '../feeds/push/push-file.ts';
import type { Authority } from '../http/authority.ts';
import { openNetwork } from '../network/network.ts';
import { openPeakaAccounts, openPeakaLinks } from '../peaka/peaka-file.ts';
import { practiceOrigin } from '../practice/practice.ts';
import { openRunHistory } from '../resources/history/history.ts';
import { openLastRuns } from '../resources/last-runs.ts';
import { openResources } from '../resources/resources-file.ts';
import { openConfStore } from '../settings/conf-store.ts';
import type { SettingsFolder } from '../settings/settings.ts';
import type { Connection } from '../shared/connection/connection.ts';
import type { NetworkView } from '../shared/contract/app.ts';
import type { Message } from '../shared/messages/message.ts';
import type { Resource } from '../shared/resource/resource.ts';
import { type Finding, findingsOf, doctorMessage as message } from './finding.ts';

/** What the readable files hold. */
export interface StoredFiles {
  connections: readonly Connection[];
  resources: readonly Resource[];
  proxy: Omit<NetworkView['proxy'], 'hasPassword'>;
  authorities: readonly Authority[];
  feeds: StoredFeeds;
  /** Of the practice service, whose URLs reach a server only while the app runs. */
  practiceOrigin: string | undefined;
}

const { ok, warning, failure } = findingsOf('files');

/** Reads every file as the app does, and changes none. */
export function examineFiles(folder: string, now: () => number): { findings: Finding[]; files: StoredFiles } {
  const notices: { title: Message; text: Message }[] = [];
  const where: SettingsFolder = {
    folder,
    openStore: openConfStore,
    onNotice: (notice) => notices.push(notice),
    now,
    isReadOnly: true,
  };
  const network = openNetwork(where).read();
  const files: StoredFiles = {
    connections: openConnections(where).read(),
    resources: openResources(where).read(),
    proxy: network.proxy,
    authorities: network.authorities,
    feeds: openFeedsFile(where).read(),
    practiceOrigin: practiceOrigin(where),
  };
  for (const open of [openPreferences, openPushFile, openPeakaAccounts, openPeakaLinks, openLastRuns, openRunHistory])
    open(where);
  const findings = notices.map(({ title, text }) =>
    title.id === 'files.newer'
      ? warning('newer', text)
      : title.id === 'files.unreadable'
        ? failure('unreadable', text, message('doctor.files.unreadable.advice'))
        : failure('damaged', title, text),
  );
  const { connections, resources } = files;
  return {
    files,
    findings:
      findings.length > 0
        ? findings
        : [ok('read', message('doctor.files.read', { connections: connections.length, resources: resources.length }))],
  };
}
