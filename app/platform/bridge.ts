/**
 * The part of the bridge that the renderer gets as `window.tokenboard`: one function per name, nothing else (row 12).
 */
export interface BridgeTransport {
  call(name: string, request: unknown): Promise<unknown>;
  /** Registers the listener for every event. Called once. */
  onEvent(listener: (name: string, payload: unknown) => void): void;
}

/** Channel names: between preload and main, or between a page of the browser platform and its script. */
export const bridgeChannels = { call: 'tokenboard:call', event: 'tokenboard:event' } as const;

export interface BridgeNames {
  calls: readonly string[];
  events: readonly string[];
}

/**
 * Self-contained on purpose: the browser platform sends this function to the page as text, so it must not use anything
 * outside its body.
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
      // A wrapper, so that a function subscribed twice can be unsubscribed once each.
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
