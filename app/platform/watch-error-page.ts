import type { ErrorPage } from './error-page.ts';
import type { PageText } from './page-text.ts';
import type { ShownPage } from './refusal.ts';

export interface ErrorPageWatch {
  /** The window shows another page. */
  shown(page: ShownPage): void;
  /** There is text to read. */
  loaded(): void;
  /** A child was closed: ignore what it showed. */
  closed(): void;
  /** The login has ended. */
  end(): void;
}

/** Scripts may draw a page's text some time after it has loaded. */
const lookAgainMs = 1_500;

/**
 * Reports which error page a login's window shows, and `undefined` once it shows something else. `read`: reads the
 * page's text. It may never settle, because a page can block its own process.
 */
export function watchErrorPage(
  read: () => Promise<PageText | undefined>,
  onErrorPage: (page: ErrorPage | undefined) => void,
): ErrorPageWatch {
  let current: ShownPage | undefined;
  let told: ErrorPage | undefined;
  let timer: NodeJS.Timeout | undefined;

  const tell = (page: ErrorPage | undefined): void => {
    if (JSON.stringify(page) === JSON.stringify(told)) return;
    told = page;
    onErrorPage(page);
  };
  const look = async (): Promise<void> => {
    const shown = current;
    if (shown === undefined) return;
    const [text, { errorPageOn }] = await Promise.all([
      read().catch(() => undefined),
      // Load with the first page of a login; otherwise the main window would wait for it.
      import('./error-page.ts'),
    ]);
    if (text !== undefined && shown === current) tell(errorPageOn(shown, text));
  };
  const lookAgain = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void look(), lookAgainMs);
  };
  const end = (): void => {
    clearTimeout(timer);
    current = undefined;
  };
  return {
    shown: (page) => {
      const isSame = current !== undefined && withoutFragment(page.url) === withoutFragment(current.url);
      // Each page is reported twice: when its response arrives, and when it is shown.
      current = isSame ? { ...current, ...page } : page;
      if (!isSame) tell(undefined);
      lookAgain();
    },
    loaded: () => {
      void look();
      lookAgain();
    },
    closed: () => {
      end();
      tell(undefined);
    },
    end,
  };
}

const withoutFragment = (url: string): string => url.split('#', 1)[0] ?? '';
