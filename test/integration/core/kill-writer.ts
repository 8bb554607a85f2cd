// Started by kill.test.ts: writes settings and vault until it is killed, and says each time what is on disk by then.
import { writeSync } from 'node:fs';
import { openResources } from '../../../app/resources/resources-file.ts';
import { openConfStore } from '../../../app/settings/conf-store.ts';
import { openVault } from '../../../app/vault/open-vault.ts';
import { resource } from '../../servers/items.ts';

const [folder = '', key = '', from = '0'] = process.argv.slice(2);
const vault = await openVault({
  folder: `${folder}/vault`,
  environment: {},
  keyStore: { read: async () => key, write: () => Promise.reject(new Error('there is one')) },
  keychainTimeoutMs: 5000,
});
const resources = openResources({ folder, openStore: openConfStore, onNotice: () => undefined, now: Date.now });
for (let count = Number(from) + 1; ; count += 1) {
  resources.save([
    resource({ name: `n${count}` }),
    ...Array.from({ length: 200 }, (_, id) => resource({ id: `r${id}` })),
  ]);
  vault.write('owner', 'tokenSet', `token ${count}`);
  writeSync(1, `${count}\n`);
}
