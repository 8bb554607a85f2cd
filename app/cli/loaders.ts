import type { Run } from './context.ts';

/** What each command runs, by the words that lead to it. Loaded when the command is used. */
export const loaders: Readonly<Record<string, () => Promise<Run<never>>>> = {
  list: async () => (await import('./commands/list.ts')).list,
  show: async () => (await import('./commands/show.ts')).show,
  authorize: async () => (await import('./commands/authorize.ts')).authorize,
  token: async () => (await import('./commands/token.ts')).token,
  get: async () => (await import('./commands/get.ts')).get,
  run: async () => (await import('./commands/run.ts')).run,
  'feeds list': async () => (await import('./commands/feeds.ts')).listFeeds,
  'feeds publish': async () => (await import('./commands/feeds.ts')).publishFeed,
  'feeds unpublish': async () => (await import('./commands/feeds.ts')).unpublishFeed,
  'feeds on': async () => (await import('./commands/feeds.ts')).turnFeedsOn,
  'feeds off': async () => (await import('./commands/feeds.ts')).turnFeedsOff,
  'feeds use': async () => (await import('./commands/use-feed.ts')).useFeed,
  'keys create': async () => (await import('./commands/keys.ts')).createKey,
  'keys list': async () => (await import('./commands/keys.ts')).listKeys,
  'keys revoke': async () => (await import('./commands/keys.ts')).revokeKey,
  'peaka accounts': async () => (await import('./commands/peaka.ts')).listAccounts,
  'peaka links': async () => (await import('./commands/peaka.ts')).listLinks,
  'peaka update': async () => (await import('./commands/peaka.ts')).updateLink,
  'presets list': async () => (await import('./commands/presets.ts')).listPresets,
  'presets show': async () => (await import('./commands/presets.ts')).showPreset,
  'presets search': async () => (await import('./commands/presets.ts')).searchPresets,
  stop: async () => (await import('./commands/stop.ts')).stop,
  completion: async () => (await import('./commands/completion.ts')).completion,
  man: async () => (await import('./commands/man.ts')).man,
};
