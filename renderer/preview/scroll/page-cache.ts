/** Pages kept at most. */
const keptPages = 240;
const underWayAtOnce = 2;

/**
 * Pages of a long list. Pages in view are requested first, pages that leave the view before their turn are not requested,
 * and the pages seen last are kept.
 */
export class PageCache<Page> {
  private readonly pages = new Map<string, Page>();
  private readonly underWay = new Set<string>();
  private wanted: readonly string[] = [];
  private failed = false;
  private readonly fetchPage: (key: string) => Promise<Page>;
  private readonly onChange: () => void;
  private readonly onError: (error: unknown) => void;
  private readonly isStale: (page: Page) => boolean;

  /** `onChange`: a page has come. `isStale`: a page must be requested again, and stays until then. */
  constructor(
    fetchPage: (key: string) => Promise<Page>,
    onChange: () => void,
    onError: (error: unknown) => void,
    isStale: (page: Page) => boolean = () => false,
  ) {
    this.fetchPage = fetchPage;
    this.onChange = onChange;
    this.onError = onError;
    this.isStale = isStale;
  }

  get(key: string): Page | undefined {
    return this.pages.get(key);
  }

  isEmpty(): boolean {
    return this.pages.size === 0;
  }

  /** The keys in the order of their use; those of the last call are forgotten. */
  want(keys: readonly string[]): void {
    this.wanted = keys;
    for (const key of [...keys].reverse()) {
      const page = this.pages.get(key);
      if (page === undefined) continue;
      this.pages.delete(key);
      this.pages.set(key, page);
    }
    this.pump();
  }

  private pump(): void {
    for (const key of this.wanted) {
      if (this.failed || this.underWay.size >= underWayAtOnce) return;
      const page = this.pages.get(key);
      if ((page !== undefined && !this.isStale(page)) || this.underWay.has(key)) continue;
      this.underWay.add(key);
      this.fetchPage(key).then(
        (page) => this.arrived(key, page),
        (error: unknown) => {
          this.underWay.delete(key);
          if (!this.failed) this.onError(error);
          this.failed = true;
        },
      );
    }
  }

  private arrived(key: string, page: Page): void {
    this.underWay.delete(key);
    this.pages.set(key, page);
    for (const oldest of this.pages.keys()) {
      if (this.pages.size <= keptPages) break;
      this.pages.delete(oldest);
    }
    this.onChange();
    this.pump();
  }
}
