import type { z } from 'zod';
import { readList } from '../settings/items.ts';
import { openSettings, type Settings, type SettingsFolder } from '../settings/settings.ts';
import { message } from '../shared/messages/message.ts';
import { peakaAccountSchema, peakaKeySchema } from '../shared/peaka/account.ts';
import { type PeakaLink, peakaLinkSchema } from '../shared/peaka/link.ts';

const storedAccountSchema = peakaAccountSchema.extend({ key: peakaKeySchema.nullable() });
export type StoredAccount = z.infer<typeof storedAccountSchema>;

/** `peaka-accounts.json`: accounts, with what Peaka said about their keys. The keys are in the vault. */
export const openPeakaAccounts = (where: SettingsFolder): Settings<readonly StoredAccount[]> =>
  openSettings<readonly StoredAccount[]>({
    ...where,
    name: 'peaka-accounts',
    title: message('files.of.peakaAccounts'),
    version: 1,
    migrations: [(content) => content],
    initial: [],
    readContent: (content) => readList(content.accounts, storedAccountSchema),
    writeContent: (accounts) => ({ accounts }),
  });

/** `peaka-links.json`: what was made at Peaka, with updates that Peaka has not received yet. */
export const openPeakaLinks = (where: SettingsFolder): Settings<readonly PeakaLink[]> =>
  openSettings<readonly PeakaLink[]>({
    ...where,
    name: 'peaka-links',
    title: message('files.of.peakaLinks'),
    version: 1,
    migrations: [(content) => content],
    initial: [],
    readContent: (content) => readList(content.links, peakaLinkSchema),
    writeContent: (links) => ({ links }),
  });
