import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type MouseEvent, useLayoutEffect, useRef } from 'react';
import type { Language } from '../../app/shared/messages/languages.ts';
import { call } from '../api/client.ts';
import { type GuidePage, guidePages } from '../common/guide-pages.ts';
import { useLast } from '../common/use-last.ts';
import { openGuide, useWindow } from '../common/window-state.ts';
import { useLanguage } from '../messages/language.ts';
import { text } from '../messages/text.ts';
import classes from './guide-dialog.module.css';
import { HelpModal } from './help-modal.tsx';
import { useTopics } from './use-topics.ts';

/** One file for each page, which scripts/lib/compile-guide.mjs compiles. */
const files = import.meta.glob<string>('../../docs/guide/*/*.md', { import: 'default' });

async function readPage(language: Language, page: GuidePage): Promise<string> {
  const read = files[`../../docs/guide/${language}/${page}.md`];
  if (read === undefined) throw new Error(`The guide has no page ${page} in ${language}.`);
  return read();
}

/** Shows the user guide in the window's language: the list of pages, and one of them. */
export function GuideDialog() {
  const page = useWindow(({ help }) => (help?.kind === 'guide' ? help.page : null));
  const shown = useLast(page);
  return (
    <HelpModal opened={page !== null} title={text('help.guide.title')} size={960}>
      {shown === null ? null : <Guide page={shown} />}
    </HelpModal>
  );
}

function Guide({ page }: { page: GuidePage }) {
  const topics = useTopics();
  return (
    <div className={classes.guide}>
      <nav aria-label={text('help.guide.pages')} className={classes.pages}>
        {topics.map((topic) => (
          <button
            key={topic.page}
            type="button"
            className={classes.page}
            aria-current={topic.page === page ? 'page' : undefined}
            onClick={() => openGuide(topic.page)}
          >
            {topic.title}
          </button>
        ))}
      </nav>
      <PageText page={page} title={topics.find((topic) => topic.page === page)?.title ?? ''} />
    </div>
  );
}

function PageText({ page, title }: { page: GuidePage; title: string }) {
  const language = useLanguage();
  const { data: html, isError } = useQuery({
    queryKey: ['guide', language, page],
    queryFn: () => readPage(language, page),
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: keepPreviousData,
    // The files are the window's own: no network is needed.
    networkMode: 'always',
  });
  const article = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each page starts at its top
  useLayoutEffect(() => {
    article.current?.scrollTo(0, 0);
  }, [page]);

  const follow = (event: MouseEvent): void => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    // The right button opens no link.
    if (link === null || event.button > 1) return;
    event.preventDefault();
    const target = guidePages.find((each) => each === link.dataset.page);
    if (target === undefined) void call('app.openLink', { url: link.href });
    else {
      openGuide(target);
      // The link is gone with its page.
      article.current?.focus();
    }
  };

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the clicks are those of the links inside, which Enter presses
    <article
      ref={article}
      aria-label={title}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it (axe: scrollable-region-focusable)
      tabIndex={0}
      data-autofocus
      className={classes.text}
      onClick={follow}
      onAuxClick={follow}
    >
      <h3>{title}</h3>
      {isError ? <p>{text('help.guide.unreadable')}</p> : null}
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: made from our own Markdown at build time; raw HTML in it stops the build */}
      {html === undefined ? null : <div dangerouslySetInnerHTML={{ __html: html }} />}
    </article>
  );
}
