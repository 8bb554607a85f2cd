import { queryOptions, useQuery } from '@tanstack/react-query';
import type { CallResponse } from '../../app/shared/contract/contract.ts';
import type { FeedView } from '../../app/shared/contract/feeds.ts';
import { call } from './client.ts';
import { queryClient } from './queries.ts';

type Feeds = CallResponse<'feeds.list'>;

/** Loaded after the first frame (`live.ts`), and whenever main says that something changed. */
const feedsQuery = queryOptions({ queryKey: ['feeds'], queryFn: () => call('feeds.list', {}), enabled: false });

export const loadFeeds = (): Promise<Feeds> => queryClient.fetchQuery({ ...feedsQuery, staleTime: 0 });

/** `undefined`: not loaded yet. */
export const useFeeds = (): Feeds | undefined => useQuery(feedsQuery).data;

export const findFeedOf = (resourceId: string): FeedView | undefined =>
  queryClient.getQueryData(feedsQuery.queryKey)?.feeds.find(({ feed }) => feed.resourceId === resourceId);

const publishedIn = ({ server, feeds }: Feeds): string[] =>
  server.settings.isOn ? feeds.filter(({ feed }) => feed.isOn).map(({ feed }) => feed.resourceId) : [];

const none: string[] = [];

/** The IDs of the resources that dashboards can read. The same list as long as they are the same. */
export const usePublished = (): readonly string[] => useQuery({ ...feedsQuery, select: publishedIn }).data ?? none;
