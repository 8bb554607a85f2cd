import { text } from '../../shared/messages/text.ts';

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

/** The texts of the notification, in the current language. */
export function loginRequired(names: readonly string[]): [title: string, body: string] {
  const shown = names.slice(0, longest).map((name) => text('notification.name', { name }));
  if (names.length > longest) shown.push(text('notification.more', { count: names.length - longest }));
  const count = names.length;
  return [
    text('notification.loginRequired.title', { count }),
    text('notification.loginRequired.body', { count, names: shown.join(', ') }),
  ];
}
