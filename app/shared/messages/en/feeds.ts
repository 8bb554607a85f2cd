export const feeds = {
  'files.of.feeds': 'your feeds',
  'feeds.nameTaken': 'Another feed is already called {name}.',
  'feeds.notFound': 'This feed no longer exists.',
} as const;
