import { queryOptions, useQuery } from '@tanstack/react-query';
import type { PushView } from '../../app/shared/contract/push.ts';
import { call } from './client.ts';
import { queryClient } from './queries.ts';

/** Loaded after the first frame (`live.ts`), and whenever main says that something changed. */
const pushesQuery = queryOptions({ queryKey: ['pushes'], queryFn: () => call('push.list', {}), enabled: false });

export const loadPushes = (): Promise<PushView[]> => queryClient.fetchQuery({ ...pushesQuery, staleTime: 0 });

/** `undefined`: not loaded yet. */
export const usePushes = (): readonly PushView[] | undefined => useQuery(pushesQuery).data;

const none: readonly PushView[] = [];

/** The targets of a feed. */
export const usePushesOf = (feedId: string | undefined): readonly PushView[] =>
  (usePushes() ?? none).filter(({ push }) => push.feedId === feedId);
