import type { feeds as en } from '../en/feeds.ts';
import type { Translated } from '../message.ts';

export const feeds: Translated<typeof en> = {
  'files.of.feeds': 'Ihren Feeds',
  'feeds.nameTaken': 'Ein anderer Feed heißt bereits {name}.',
  'feeds.notFound': 'Diesen Feed gibt es nicht mehr.',
};
