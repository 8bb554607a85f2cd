// Electron 45's navigation events on Electron 22. Beside what ELECTRON_COMPAT gives.
const { app } = require('electron');

// Since 25 the event itself tells the URL and the frame, and `will-frame-navigate` tells of every frame. Here it is
// made of `will-navigate`, so it tells of the main frame only: navigations of frames inside are not tested on 22.
const details = (event, [url, isSameDocument, isMainFrame]) =>
  Object.assign(event, { url, isSameDocument: isSameDocument ?? false, isMainFrame: isMainFrame ?? true });

app.on('web-contents-created', (_event, contents) => {
  const { emit } = contents;
  contents.emit = function (name, ...args) {
    if (name === 'will-redirect') details(args[0], args.slice(1));
    if (name === 'will-navigate') emit.call(this, 'will-frame-navigate', details(args[0], args.slice(1)));
    return emit.call(this, name, ...args);
  };
});

// Not there before 28; the permission handlers, which are there, decide first.
app.on('session-created', (created) => {
  created.setDevicePermissionHandler ??= () => {};
  created.clearAuthCache ??= () => Promise.resolve();
});

// What undici 8.12 takes from newer Nodes, beside ELECTRON_COMPAT: without these no GET leaves on Node 16.
if (globalThis.DOMException === undefined) {
  try {
    atob('~');
  } catch (error) {
    globalThis.DOMException = error.constructor;
  }
}
if (Symbol.dispose === undefined) Object.defineProperty(Symbol, 'dispose', { value: Symbol('Symbol.dispose') });
const events = require('node:events');
events.addAbortListener ??= (signal, listener) => {
  signal.addEventListener('abort', listener, { once: true });
  return { [Symbol.dispose]: () => signal.removeEventListener('abort', listener) };
};

// Node 20: a value of a login that stands in a URL is asked for it.
if (String.prototype.isWellFormed === undefined)
  Object.defineProperty(String.prototype, 'isWellFormed', {
    value() {
      // A lone surrogate, read by whole characters, is one of its own.
      return !/\p{Surrogate}/u.test(this);
    },
    writable: true,
    configurable: true,
  });
