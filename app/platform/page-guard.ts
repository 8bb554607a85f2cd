/** The parts of a window's or a worker's global object that are guarded. A worker has neither `open` nor documents. */
interface Scope {
  Object: ObjectConstructor;
  DOMException: typeof DOMException;
  location: { href: string };
  document?: { baseURI: string };
  Document?: { prototype: Document };
  HTMLIFrameElement?: { prototype: object };
  open?: Window['open'];
}

/**
 * The script that runs in every document of a login window: on the browser platform before the page's own scripts, and in
 * every worker, too; in Electron as soon as there is a document. It guards against what no request shows the platform:
 *
 * - `print()` and `execCommand('print')` do nothing. Electron can crash when a window goes while its print dialog opens
 *   (row 47; seen on 33.2, Linux).
 * - A WebSocket to the callback URL is refused (row 16), whatever its query. Other addresses of the same host work.
 * - There is no WebTransport. In Electron a worker still has it, though it sends nothing (`chromium-features.ts`).
 *
 * `callbackUrl`: empty where the platform sees WebSockets itself.
 */
export const pageGuardScript = (callbackUrl: string): string =>
  `(${guardPage.toString()})(globalThis, ${JSON.stringify(callbackUrl)});`;

/** Becomes text, so it uses nothing from outside. */
function guardPage(root: Scope, callbackUrl: string): void {
  // The page may replace it.
  const { URL } = globalThis;
  const guarded = new WeakSet();
  const parse = (address: string, base?: string): URL | undefined => {
    try {
      return new URL(address, base);
    } catch {
      return undefined;
    }
  };
  const callback = parse(callbackUrl);
  const reachesCallback = (address: string, base: string): boolean => {
    const url = parse(address, base);
    return (
      url?.protocol.replace(/^ws/, 'http') === callback?.protocol &&
      url?.host === callback?.host &&
      url?.pathname === callback?.pathname
    );
  };

  const guardSockets = (scope: Scope, name: string): void => {
    const native: unknown = Reflect.get(scope, name);
    if (typeof native !== 'function') return;
    const guard = new Proxy(native, {
      construct: (target, [given, ...others], newTarget) => {
        // Once: an object could turn into another address the second time.
        const address = String(given);
        if (reachesCallback(address, scope.document?.baseURI ?? scope.location.href))
          throw new scope.DOMException('No page may connect to the callback URL.', 'SecurityError');
        return Reflect.construct(target, given === undefined ? [] : [address, ...others], newTarget);
      },
    });
    native.prototype.constructor = guard;
    Reflect.defineProperty(scope, name, { value: guard, writable: true, configurable: true });
  };

  /** Its owner can use an empty window or frame at once, before the platform has put the script into it. */
  const installIn = (made: Scope | null | undefined): void => {
    try {
      if (made) install(made);
    } catch {
      // A document of another site has its own copy of the script.
    }
  };
  const guardFrame = (frame: object): void => {
    const property = Reflect.getOwnPropertyDescriptor(frame, 'contentWindow');
    if (property?.get === undefined) return;
    const get = new Proxy(property.get, {
      apply: (target, self, given) => {
        const inner: Scope | null = Reflect.apply(target, self, given);
        installIn(inner);
        return inner;
      },
    });
    Reflect.defineProperty(frame, 'contentWindow', { ...property, get });
  };
  const guardOpen = <Open extends (...given: never[]) => unknown>(open: Open): Open =>
    new Proxy(open, {
      apply: (target, self, given) => {
        const opened: Scope | null = Reflect.apply(target, self, given);
        installIn(opened);
        return opened;
      },
    });

  const install = (scope: Scope): void => {
    if (guarded.has(scope.Object)) return;
    guarded.add(scope.Object);
    if (callback !== undefined) for (const name of ['WebSocket', 'WebSocketStream']) guardSockets(scope, name);
    // A worker does not have it yet when this runs: what cannot be changed stays.
    Reflect.defineProperty(scope, 'WebTransport', { value: undefined });
    const { open, Document } = scope;
    if (open === undefined || Document === undefined) return;
    Reflect.set(scope, 'print', { print() {} }.print);
    Document.prototype.execCommand = new Proxy(Document.prototype.execCommand, {
      apply: (target, self, [command, ...others]) => {
        const name = String(command);
        return name.toLowerCase() !== 'print' && Reflect.apply(target, self, [name, ...others]);
      },
    });
    scope.open = guardOpen(open);
    // With a name and features it opens a window, too.
    Document.prototype.open = guardOpen(Document.prototype.open);
    if (scope.HTMLIFrameElement) guardFrame(scope.HTMLIFrameElement.prototype);
  };
  install(root);
}
