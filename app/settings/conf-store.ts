import Conf from 'conf';
import { type OpenStore, storeOptions } from './store.ts';

/** The store outside of Electron: conf, the base of electron-store. */
export const openConfStore: OpenStore = ({ folder, name }) => {
  const conf = new Conf<Record<string, unknown>>({ ...storeOptions, cwd: folder, configName: name });
  return {
    write: (content) => {
      conf.store = content;
    },
  };
};
