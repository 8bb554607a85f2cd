import { ipcMain } from 'electron';
import ElectronStore from 'electron-store';
import { type OpenStore, storeOptions, type TextOfFile } from '../../settings/store.ts';

/** Electron's store. It builds on conf, and shares its file format. */
export const openElectronStore: OpenStore = ({ folder, name }) => {
  const store = new ElectronStore<TextOfFile>({ ...storeOptions, cwd: folder, name });
  // electron-store offers its folder to every renderer. The app's renderer uses only the contract (row 11).
  ipcMain.removeAllListeners('electron-store-get-data');
  return {
    write: (text) => {
      store.store = { text };
    },
  };
};
