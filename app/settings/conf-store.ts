import Conf from 'conf';
import { type OpenStore, storeOptions, type TextOfFile } from './store.ts';

/** The store outside Electron: conf, the base of electron-store. */
export const openConfStore: OpenStore = ({ folder, name }) => {
  const conf = new Conf<TextOfFile>({ ...storeOptions, cwd: folder, configName: name });
  return {
    write: (text) => {
      conf.store = { text };
    },
  };
};
