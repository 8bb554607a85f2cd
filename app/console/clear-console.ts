import type { ConsoleRecorder } from './recorder.ts';
import type { ExchangeStore } from './store.ts';

export interface ClearConsoleDeps {
  recorder: Pick<ConsoleRecorder, 'clear'>;
  exchanges: Pick<ExchangeStore, 'clear'>;
  changes: { console(): void };
}

export function clearConsole({ recorder, exchanges, changes }: ClearConsoleDeps): void {
  // Clear unmasked exchanges first; otherwise they would be added later.
  recorder.clear();
  exchanges.clear();
  changes.console();
}
