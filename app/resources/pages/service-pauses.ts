import { cancelledError } from '../../http/errors.ts';

/** How long services asked to be left alone, by host. All runs share it. */
export interface ServicePauses {
  /** No request before this time, in epoch ms. */
  note(host: string, until: number): void;
  /** Epoch ms, 0 if the service did not ask. */
  until(host: string): number;
}

export function createServicePauses(): ServicePauses {
  const times = new Map<string, number>();
  return {
    note: (host, until) => {
      if (until > (times.get(host) ?? 0)) times.set(host, until);
    },
    until: (host) => times.get(host) ?? 0,
  };
}

/** Resolves after `ms`. Rejects with `http.cancelled` as soon as the signal aborts. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(cancelledError());
    // A timer of 0 ms takes at least 1 ms, as long as a fast page.
    if (ms <= 0) return resolve();
    const cancel = (): void => {
      clearTimeout(timer);
      reject(cancelledError());
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', cancel);
      resolve();
    }, ms);
    signal.addEventListener('abort', cancel, { once: true });
  });
}
