import type { MakePage } from './formats.ts';

/** Texts of the page in the language of the app, and times in the computer's zone. */
export const makePage: MakePage = async (feed, dataAt) => {
  // Late: the app starts without its texts.
  const [{ text }, { currentLanguage }] = await Promise.all([
    import('../../shared/messages/text.ts'),
    import('../../shared/messages/format.ts'),
  ]);
  const language = currentLanguage();
  const time = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'long' }).format(dataAt);
  return {
    language,
    title: feed.name,
    subtitle: text('feeds.from', { time }),
    // A page that loads more often would flicker.
    refreshSeconds: Math.max(5, feed.freshSeconds),
  };
};
