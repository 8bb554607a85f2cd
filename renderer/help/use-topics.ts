import { useMemo } from 'react';
import { latePart, useLatePart } from '../common/lazy.ts';
import { useLanguage } from '../messages/language.ts';
import type { Topic } from './topics.ts';

const lateTopics = latePart(() => import('./topics.ts'));
const none: readonly Topic[] = [];

/** The pages of the guide in the window's language. Empty until they are loaded. */
export function useTopics(): readonly Topic[] {
  const language = useLanguage();
  const late = useLatePart(lateTopics, true);
  return useMemo(() => late?.topicsIn(language) ?? none, [late, language]);
}
