import { callNames, eventNames } from '../../shared/contract/names.ts';
import { bridgeChannels, createBridge } from '../bridge.ts';

/** Names that the page never sees: the script removes them before the page's own scripts run. */
export const bindingName = '__tokenboardCall';

/**
 * The script that creates `window.tokenboard` in the main page, like Electron's preload. Requests and responses are
 * JSON text, which is faster than the binding's own format and drops everything that is not data.
 */
export function bridgeScript(): string {
  const names = JSON.stringify({ calls: callNames, events: eventNames });
  return `(() => {
  const send = globalThis[${JSON.stringify(bindingName)}];
  delete globalThis[${JSON.stringify(bindingName)}];
  if (window.top !== window || send === undefined) return;
  const createBridge = ${createBridge.toString()};
  const bridge = createBridge(${names}, {
    call: async (name, request) => JSON.parse(await send(name, JSON.stringify(request ?? {}))),
    onEvent: (listener) => window.addEventListener(${JSON.stringify(bridgeChannels.event)}, ({ detail }) => listener(...detail)),
  });
  Object.freeze(bridge.calls);
  Object.freeze(bridge.events);
  Object.defineProperty(window, 'tokenboard', { value: Object.freeze(bridge), enumerable: true });
})();`;
}

/** The expression that delivers an event to the page. */
export function eventScript(event: string, payload: unknown): string {
  const detail = JSON.stringify([event, payload]);
  return `window.dispatchEvent(new CustomEvent(${JSON.stringify(bridgeChannels.event)}, { detail: ${detail} }))`;
}
