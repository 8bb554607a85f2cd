import type { Language } from '../../app/shared/messages/languages.ts';
import { type GuidePage, guidePages } from '../common/guide-pages.ts';

/** What finds a page of the guide. */
export interface Topic {
  page: GuidePage;
  title: string;
  keywords: readonly string[];
}

// Compiled by scripts/lib/compile-guide.mjs. Loaded late (use-topics.ts).
const files = import.meta.glob<Omit<Topic, 'page'>>('../../docs/guide/*/*.md', {
  query: '?topic',
  import: 'default',
  eager: true,
});

/** The pages that the guide has in this language, in their order. */
export const topicsIn = (language: Language): Topic[] =>
  guidePages.flatMap((page) => {
    const file = files[`../../docs/guide/${language}/${page}.md`];
    return file === undefined ? [] : [{ page, ...file }];
  });
