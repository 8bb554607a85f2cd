import { ipcMain } from 'electron';
import ElectronStore from 'electron-store';
import { type OpenStore, storeOptions, type TextOfFile } from '../../settings/store.ts';

/** The store in Electron; the same file format as conf's, on which it is built. */
export const openElectronStore: OpenStore = ({ folder, name }) => {
  const store = new ElectronStore<TextOfFile>({ ...storeOptions, cwd: folder, name });
  // It offers its folder to every renderer; ours asks through the contract alone (row 11).
  ipcMain.removeAllListeners('electron-store-get-data');
  return {
    write: (text) => {
      store.store = { text };
    },
  };
};
