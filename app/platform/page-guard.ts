/** The guarded parts of a window's or worker's global object. A worker has neither `open` nor documents. */
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
 * The script that runs in every document of a login window. On the browser platform it runs before the page's own
 * scripts, and in every worker; in Electron as soon as a document exists. It guards against what no request shows the
 * platform:
 *
 * - `print()` and `execCommand('print')` do nothing. Electron can crash if a window is gone while its print dialog
 *   opens (row 47; seen on 33.2, Linux).
 * - A WebSocket to the callback URL is refused (row 16), whatever its query. Other paths of the same host work.
 * - WebTransport is missing. In Electron a worker still has it, but it sends nothing (`chromium-features.ts`).
 *
 * `callbackUrl`: empty if the platform sees WebSockets itself.
 */
export const pageGuardScript = (callbackUrl: string): string =>
  `(${guardPage.toString()})(globalThis, ${JSON.stringify(callbackUrl)});`;

/** Becomes text, so it must not use anything outside its body. */
function guardPage(root: Scope, callbackUrl: string): void {
  // Keep a reference, because the page may replace it.
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
        // Convert once: an object could return another URL the second time.
        const address = String(given);
        if (reachesCallback(address, scope.document?.baseURI ?? scope.location.href))
          throw new scope.DOMException('No page may connect to the callback URL.', 'SecurityError');
        return Reflect.construct(target, given === undefined ? [] : [address, ...others], newTarget);
      },
    });
    native.prototype.constructor = guard;
    Reflect.defineProperty(scope, name, { value: guard, writable: true, configurable: true });
  };

  /** The page can use an empty window or frame at once, before the platform has installed the script there. */
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
    // Workers do not have it yet at this time. Properties that cannot be changed stay.
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
    // With a name and features it also opens a window.
    Document.prototype.open = guardOpen(Document.prototype.open);
    if (scope.HTMLIFrameElement) guardFrame(scope.HTMLIFrameElement.prototype);
  };
  install(root);
}
