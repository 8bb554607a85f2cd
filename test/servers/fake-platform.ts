import { fork } from 'node:child_process';
import type {
  AuthorizationWindowRequest,
  CallbackRequest,
  ChildProcess,
  HandleCall,
  Platform,
} from '../../app/platform/platform.ts';
import type { TrayState } from '../../app/platform/tray.ts';
import {
  type CallName,
  type CallRequest,
  type CallResponse,
  type CallResult,
  events,
} from '../../app/shared/contract/contract.ts';
import { PlatformError } from '../../app/shared/errors.ts';
import { formatEnglish } from '../../app/shared/messages/format.ts';
import { verbatim } from '../../app/shared/messages/message.ts';
import { fileOf } from './bundled-processes.ts';

/** Plays the person in an authorization window: sees the URL, comes back with the callback. */
export type Login = (request: AuthorizationWindowRequest) => Promise<CallbackRequest>;

export interface FakePlatform extends Platform {
  login: Login;
  /** Every event that was sent, in order. */
  sent: { event: string; payload: unknown }[];
  windows: AuthorizationWindowRequest[];
  openWindows(): number;
  shown: string[];
  /** By the system. */
  notified: { title: string; body: string }[];
  opened: string[];
  /** Connections whose session was ended. */
  forgotten: string[];
  saveTo: string | undefined;
  /** Files whose folder was shown. */
  shownFolders: string[];
  processes: ChildProcess[];
  /** What the icon in the tray tells. */
  tray: TrayState | undefined;
  startsAtLogin: boolean;
  handleCall(): HandleCall;
  closeMainWindow(): void;
  /** The computer wakes up. */
  wake(): void;
}

/** A platform without windows. Strict: what a real platform would refuse, or never do, throws here. */
export function createFakePlatform(): FakePlatform {
  let response: HandleCall | undefined;
  let closeMain: () => void = () => undefined;
  const open = new Set<string>();
  const wakeListeners = new Set<() => void>();
  const platform: FakePlatform = {
    kind: 'browser',
    description: 'Fake 1',
    region: () => ({ dates: 'de-CH', numbers: null }),
    languages: () => ['en'],
    languageChanged: () => {},
    showTray: (state) => {
      platform.tray = state;
    },
    loginStart: {
      isOn: () => platform.startsAtLogin,
      set: (isOn) => {
        platform.startsAtLogin = isOn;
      },
    },
    tray: undefined,
    startsAtLogin: false,
    login: () => Promise.reject(new Error('nobody is there to log in')),
    sent: [],
    windows: [],
    shown: [],
    notified: [],
    opened: [],
    forgotten: [],
    saveTo: undefined,
    shownFolders: [],
    processes: [],
    openWindows: () => open.size,
    handleCall: () => {
      if (!response) throw new Error('the main window was never opened');
      return response;
    },
    closeMainWindow: () => closeMain(),
    openMainWindow: async (handleCall) => {
      response = handleCall;
      const closed = new Promise<void>((resolve) => {
        closeMain = resolve;
      });
      return {
        send: (event, payload) => {
          if (!Object.hasOwn(events, event)) throw new Error(`no such event: ${event}`);
          // What a real platform sends is a copy.
          const copy: unknown = structuredClone(payload);
          events[event as keyof typeof events].parse(copy); // checked just above
          platform.sent.push({ event, payload: copy });
        },
        show: () => platform.shown.push('main'),
        close: closeMain,
        closed,
      };
    },
    openAuthorizationWindow: async (request) => {
      const { connectionId, signal, timeoutMs, authorizationUrl } = request;
      if (open.has(connectionId)) throw new Error('two windows for one connection');
      if (signal.aborted || timeoutMs <= 0) throw new Error('a window that must not open');
      if (!/^https?:/.test(authorizationUrl))
        throw new PlatformError('window.url_refused', verbatim('Not a web address.'));
      platform.windows.push(request);
      open.add(connectionId);
      const cancelled = new Promise<never>((_resolve, reject) => {
        const cancel = () => reject(new PlatformError('window.cancelled', verbatim('Cancelled.')));
        signal.addEventListener('abort', cancel, { once: true });
      });
      const callback = Promise.race([platform.login(request), cancelled]).finally(() => open.delete(connectionId));
      return { callback, show: () => platform.shown.push(connectionId) };
    },
    forgetSession: async (connectionId) => {
      platform.forgotten.push(connectionId);
    },
    openInSystemBrowser: async (url) => {
      if (!/^https?:/.test(url)) throw new PlatformError('window.url_refused', verbatim('Not a web address.'));
      platform.opened.push(url);
    },
    showInFolder: async (path) => void platform.shownFolders.push(path),
    pickSaveFile: async () => platform.saveTo,
    notify: (title, body) => void platform.notified.push({ title, body }),
    wake: () => {
      for (const listener of wakeListeners) listener();
    },
    onWake: (listener) => {
      wakeListeners.add(listener);
      return () => wakeListeners.delete(listener);
    },
    resolveProxy: async () => undefined,
    setNetwork: () => undefined,
    startProcess: (entry, args, heapMebibytes) => {
      const child = fork(fileOf(entry), args, {
        execArgv: heapMebibytes === undefined ? [] : [`--max-old-space-size=${heapMebibytes}`],
        serialization: 'advanced',
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      });
      const started: ChildProcess = {
        send: (message) => void (child.connected && child.send(message as object, () => undefined)), // can be cloned
        onMessage: (listener) => void child.on('message', listener),
        exited: new Promise((resolve) => child.once('exit', (code) => resolve(code ?? -1))),
        kill: () => void child.kill(),
      };
      platform.processes.push(started);
      return started;
    },
  };
  return platform;
}

/** Calls by name, typed by the contract. */
export function callsOf(handleCall: HandleCall) {
  const ask = async <Name extends CallName>(name: Name, request: CallRequest<Name>) =>
    (await handleCall(name, structuredClone(request))) as CallResult<CallResponse<Name>>; // what `handleCall` promises
  return {
    ask,
    /** The value; an error fails the test. */
    get: async <Name extends CallName>(name: Name, request: CallRequest<Name>): Promise<CallResponse<Name>> => {
      const result = await ask(name, request);
      if (!result.ok) {
        const message = formatEnglish(result.error.message);
        throw new Error(`${name}: ${JSON.stringify({ ...result.error, message })}`);
      }
      return result.value;
    },
    /** The error; a value fails the test. */
    fail: async <Name extends CallName>(name: Name, request: CallRequest<Name>) => {
      const result = await ask(name, request);
      if (result.ok) throw new Error(`${name} succeeded`);
      return result.error;
    },
  };
}
