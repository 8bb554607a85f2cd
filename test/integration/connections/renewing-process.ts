// Started by two-processes.test.ts: a second process of the app on the same data folder, with the parts that renew.
import { fileURLToPath } from 'node:url';
import { createKnownSecrets } from '../../../app/console/mask/known-secrets.ts';
import { openCore } from '../../../app/core.ts';
import { openFiles } from '../../../app/open-files.ts';
import { openConfStore } from '../../../app/settings/conf-store.ts';
import { createFakePlatform } from '../../servers/fake-platform.ts';

const [dataFolder = '', key = ''] = process.argv.slice(2);
const options = {
  platform: createFakePlatform(),
  dataFolder,
  environment: {},
  openStore: openConfStore,
  presetsFolder: fileURLToPath(new URL('../../../presets', import.meta.url)),
  keyStore: { read: async () => key, write: () => Promise.reject(new Error('there is one')) },
  known: createKnownSecrets(),
  send: () => undefined,
};
const { tokens } = await openCore(options, openFiles(options));
const say = (what: string, value: unknown): void => void process.send?.({ what, value });

process.on('message', (message) => {
  if (message === 'use') {
    say('asking', true);
    Promise.resolve(tokens.usableToken('c')).then(
      ({ accessToken }) => say('token', accessToken),
      (error: Error) => say('token', error.message),
    );
  }
  if (message === 'peek') say('token', tokens.peek('c')?.accessToken);
  if (message === 'scheduler') tokens.keepFresh.start();
});
process.on('disconnect', () => process.exit());
say('ready', true);
