/** Failures within this time share one notification, for example after a weekend or a revocation of all tokens. */
const gatherMs = 2_000;
/** Nobody reads more names than this. */
const longest = 3;

/** Notifies the user that connections need a new login. `notify` is the platform's. */
export function createLoginRequiredNotification(notify: (title: string, body: string) => void): {
  needed(name: string): void;
  close(): void;
} {
  let names: string[] = [];
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;
  const tell = (): void => {
    const [title, body] = loginRequired(names);
    names = [];
    timer = undefined;
    notify(title, body);
  };
  return {
    needed: (name) => {
      if (isClosed) return;
      names.push(name);
      timer ??= setTimeout(tell, gatherMs).unref();
    },
    close: () => {
      isClosed = true;
      clearTimeout(timer);
    },
  };
}

export function loginRequired(names: readonly string[]): [title: string, body: string] {
  const shown = names.slice(0, longest).map((name) => `“${name}”`);
  if (names.length > longest) shown.push(`${names.length - longest} more`);
  const [title, their] =
    names.length === 1
      ? ['A connection needs a new login', 'Its token']
      : [`${names.length} connections need a new login`, 'Their tokens'];
  return [title, `${shown.join(', ')}. ${their} cannot be renewed any more: open Tokenboard and request a new one.`];
}
