/** What reaches the renderer as `window.tokenboard`: one function per name and nothing else (row 12). */
export interface BridgeTransport {
  call(name: string, request: unknown): Promise<unknown>;
  /** Hears every event; called once. */
  onEvent(listener: (name: string, payload: unknown) => void): void;
}

/** How they travel: between the preload and main, or between a page of the browser platform and its script. */
export const bridgeChannels = { call: 'tokenboard:call', event: 'tokenboard:event' } as const;

export interface BridgeNames {
  calls: readonly string[];
  events: readonly string[];
}

/**
 * Self-contained on purpose: the browser platform sends this very function into the page as text, so it may use nothing
 * from outside its body.
 */
export function createBridge(names: BridgeNames, transport: BridgeTransport) {
  const calls: Record<string, (request: unknown) => Promise<unknown>> = {};
  for (const name of names.calls) calls[name] = (request) => transport.call(name, request);
  const listeners = new Map<string, Set<(payload: unknown) => void>>();
  const events: Record<string, (listener: (payload: unknown) => void) => () => void> = {};
  for (const name of names.events) {
    const own = new Set<(payload: unknown) => void>();
    listeners.set(name, own);
    events[name] = (listener) => {
      // A wrapper, so that the same function subscribed twice is ended once each.
      const entry = (payload: unknown) => listener(payload);
      own.add(entry);
      return () => {
        own.delete(entry);
      };
    };
  }
  transport.onEvent((name, payload) => {
    for (const listener of [...(listeners.get(name) ?? [])]) listener(payload);
  });
  return { calls, events };
}
