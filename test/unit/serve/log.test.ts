import { expect, it } from 'vitest';
import { createLog, type LogFacts } from '../../../app/serve/log.ts';

const linesOf = (write: (log: ReturnType<typeof createLog>) => void): LogFacts[] => {
  const lines: string[] = [];
  const log = createLog({
    mask: (text) => text.replaceAll('s3cret-"token"', '••••'),
    write: (line) => void lines.push(line),
  });
  write(log);
  return lines.map((line): LogFacts => JSON.parse(line));
};

it('writes a line of JSON for each event, with its level and time', () => {
  const [first, second] = linesOf((log) => {
    log.info('feed.request', { feed: 'Sales', status: 200, ms: 1.5, absent: undefined });
    log.warn('serve.notice');
  });
  expect(first).toEqual({
    level: 'info',
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    event: 'feed.request',
    feed: 'Sales',
    status: 200,
    ms: 1.5,
  });
  expect(second).toMatchObject({ level: 'warn', event: 'serve.notice' });
});

it('masks secrets in every text, also one with characters that JSON escapes [37]', () => {
  const lines = linesOf((log) => log.error('x', { a: 'is s3cret-"token"', b: ['s3cret-"token"'], c: 'fine\nline' }));
  expect(lines).toMatchObject([{ a: 'is ••••', b: ['••••'], c: 'fine\nline' }]);
});
