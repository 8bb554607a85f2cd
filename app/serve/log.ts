import pino from 'pino';

/** What a line says besides its event: IDs, counts, addresses. Never a body, a query or a key. */
export type LogFacts = Readonly<Record<string, string | number | boolean | null | readonly string[] | undefined>>;

/** Lines of JSON, one for each event. An event is named `part.what_happened`; a program reads it, so it has no language. */
export interface Log {
  info(event: string, facts?: LogFacts): void;
  warn(event: string, facts?: LogFacts): void;
  error(event: string, facts?: LogFacts): void;
  /** Resolves when all lines are written, or after a second. Call before the process exits. */
  flush(): Promise<void>;
}

export interface LogOptions {
  /** Replaces every known secret in a text (row 37). */
  mask(text: string): string;
  /** Default: standard output. */
  write?: ((line: string) => void) | undefined;
}

/** What may wait for a reader that is slow, in bytes. Later lines are lost, and the server keeps serving. */
const mostWaiting = 4 * 2 ** 20;
/** How long the end waits for a reader that is slow, in ms. */
const flushMs = 1_000;

export function createLog({ mask, write }: LogOptions): Log {
  const output = write === undefined ? pino.destination({ dest: 1, sync: false, maxLength: mostWaiting }) : undefined;
  let isWaiting = false;
  output?.on('drain', () => {
    isWaiting = false;
  });
  const destination = output ?? { write: (line: string) => write?.(line) };
  const logger = pino(
    {
      base: null,
      messageKey: 'event',
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (level) => ({ level }) },
    },
    destination,
  );
  const masked = (facts: LogFacts): LogFacts =>
    Object.fromEntries(
      Object.entries(facts).map(([name, value]) => [
        name,
        typeof value === 'string'
          ? mask(value)
          : Array.isArray(value)
            ? value.map((each) => mask(String(each)))
            : value,
      ]),
    );
  const say = (level: 'info' | 'warn' | 'error', event: string, facts: LogFacts = {}): void => {
    isWaiting = true;
    logger[level](masked(facts), event);
  };
  return {
    info: (event, facts) => say('info', event, facts),
    warn: (event, facts) => say('warn', event, facts),
    error: (event, facts) => say('error', event, facts),
    // `flushSync` would write the last lines before one that is being written.
    flush: async () => {
      if (output === undefined || !isWaiting) return;
      const { promise, resolve } = Promise.withResolvers<void>();
      const timer = setTimeout(resolve, flushMs);
      output.once('drain', resolve).once('error', () => resolve());
      await promise;
      clearTimeout(timer);
    },
  };
}
