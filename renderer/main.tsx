import './theme/fonts.css';
import './theme/mantine.css';
import './theme/tokens.css';
import './theme/base.css';
import { createRoot } from 'react-dom/client';
import { languageOf } from '../app/shared/messages/languages.ts';
import { onEvent } from './api/client.ts';
import { listenToMain } from './api/live.ts';
import {
  connectionsQuery,
  infoQuery,
  practiceQuery,
  preferencesQuery,
  presetsQuery,
  queryClient,
  resourcesQuery,
} from './api/queries.ts';
import { App } from './app.tsx';
import { setRegion } from './common/region.ts';
import { loadLanguage } from './messages/language.ts';
import { tellRunNews } from './notices/run-news.ts';
import { tellWatched } from './shell/watched.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

listenToMain();
onEvent('reload.news', (news) => void tellRunNews(news).catch(() => undefined));
requestIdleCallback(tellWatched);
// Loaded together before the first paint, so that the window appears with its content and colours.
await Promise.allSettled([
  queryClient.prefetchQuery(preferencesQuery),
  queryClient.prefetchQuery(resourcesQuery),
  queryClient.prefetchQuery(connectionsQuery),
  queryClient.prefetchQuery(presetsQuery),
  queryClient.prefetchQuery(infoQuery),
  queryClient.prefetchQuery(practiceQuery),
]);
const info = queryClient.getQueryData(infoQuery.queryKey);
if (info !== undefined) setRegion(info.region);
const preferences = queryClient.getQueryData(preferencesQuery.queryKey);
const language = languageOf(preferences?.language ?? 'system', info?.languages ?? []);
// English is there already, and a window in English is better than none.
if (language !== 'en') await loadLanguage(language).catch(() => undefined);
createRoot(root).render(<App />);
