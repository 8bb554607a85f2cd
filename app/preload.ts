import { contextBridge, ipcRenderer } from 'electron';
import { bridgeChannels, createBridge } from './platform/bridge.ts';
import { callNames, eventNames } from './shared/contract/names.ts';

// Row 12: expose neither ipcRenderer nor event objects. The page gets one function per name of the contract.
const bridge = createBridge(
  { calls: callNames, events: eventNames },
  {
    call: (name, request) => ipcRenderer.invoke(bridgeChannels.call, name, request),
    onEvent: (listener) => {
      ipcRenderer.on(bridgeChannels.event, (_event, name: string, payload: unknown) => listener(name, payload));
    },
  },
);
contextBridge.exposeInMainWorld('tokenboard', bridge);
