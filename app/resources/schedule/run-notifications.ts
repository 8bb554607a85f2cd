import { text } from '../../shared/messages/text.ts';

/** News within this time share a notification: a service that fails takes all its resources with it. */
const gatherMs = 2_000;
/** Nobody reads more names than this. */
const longest = 3;

export type NewsKind = 'fails' | 'works';

/**
 * Tells the user which resources began to fail, and which work again. `notify`: the platform's, for a window without the
 * focus. `show`: the window's own message, for the others. Names are the user's; nothing of a service is in the texts.
 */
export function createRunNotifications({
  notify,
  show,
  nameOf,
}: {
  notify(title: string, body: string): void;
  show(kind: NewsKind, ids: string[]): void;
  nameOf(id: string): string | undefined;
}): { tell(kind: NewsKind, id: string): void; close(): void } {
  const ids: Record<NewsKind, Set<string>> = { fails: new Set(), works: new Set() };
  let timer: NodeJS.Timeout | undefined;
  const flush = (): void => {
    timer = undefined;
    for (const kind of ['fails', 'works'] as const) {
      const told = [...ids[kind]];
      ids[kind].clear();
      const names = told.flatMap((id) => nameOf(id) ?? []);
      if (names.length === 0) continue;
      notify(...runNotification(kind, names));
      show(kind, told);
    }
  };
  return {
    tell: (kind, id) => {
      ids[kind].add(id);
      ids[kind === 'fails' ? 'works' : 'fails'].delete(id);
      timer ??= setTimeout(flush, gatherMs).unref();
    },
    close: () => clearTimeout(timer),
  };
}

/** The texts of the notification, in the current language. */
export function runNotification(kind: NewsKind, names: readonly string[]): [title: string, body: string] {
  const shown = names.slice(0, longest).map((name) => text('notification.name', { name }));
  if (names.length > longest) shown.push(text('notification.more', { count: names.length - longest }));
  const count = names.length;
  return [
    text(`reload.notification.${kind}.title`, { count }),
    text(`reload.notification.${kind}.body`, { names: shown.join(', ') }),
  ];
}
