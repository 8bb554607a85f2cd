import { expect, it } from 'vitest';
import { exposition } from '../../../../app/serve/metrics/exposition.ts';
import { createFigures } from '../../../../app/serve/metrics/figures.ts';
import { newFeed } from '../../../../app/shared/feed/feed.ts';
import { message } from '../../../../app/shared/messages/message.ts';

it('tells requests, ages, renewals and failures as Prometheus reads them', () => {
  const figures = createFigures();
  const request = { id: '1', method: 'GET', feed: 'Sales', format: 'json', status: 200, ms: 20, address: '10.0.0.1' };
  figures.countFeedRequest(request);
  figures.countFeedRequest(request);
  figures.countFeedRequest({ ...request, feed: null, format: null, status: 401, ms: 5 });
  figures.countExchange({ kind: 'refresh', status: 200 });
  figures.countExchange({ kind: 'get', error: 'http.timeout' });
  const state = { dataAt: 40_000, rowCount: 3, error: null, reads: 2 };
  const error = { code: 'http.offline', message: message('core.unexpected') } as const;
  const text = exposition(
    figures.read({
      version: '1.2.3',
      feeds: [
        { feed: newFeed('1', 'r', 'Sales'), keys: [], state },
        { feed: newFeed('2', 'r', 'Stock'), keys: [], state: { ...state, dataAt: null, rowCount: null, error } },
      ],
      connections: [{ status: 'unauthorized' }, { status: 'unauthorized' }],
      now: 100_000,
      startedAt: 1_000,
      memory: 64,
    }),
  );
  const lines = text.split('\n');
  for (const line of [
    '# TYPE tokenboard_feed_requests_total counter',
    'tokenboard_feed_requests_total{feed="Sales",format="json",status="200"} 2',
    'tokenboard_feed_requests_total{feed="",format="",status="401"} 1',
    'tokenboard_feed_request_seconds_total{feed="Sales"} 0.04',
    'tokenboard_feed_age_seconds{feed="Sales"} 60',
    'tokenboard_feed_failing{feed="Sales"} 0',
    'tokenboard_feed_failing{feed="Stock"} 1',
    'tokenboard_upstream_requests_total{kind="refresh",status="200",outcome="ok"} 1',
    'tokenboard_upstream_requests_total{kind="get",status="http.timeout",outcome="failed"} 1',
    'tokenboard_connections{status="unauthorized"} 2',
    'tokenboard_info{version="1.2.3"} 1',
    'process_start_time_seconds 1',
  ])
    expect(lines).toContain(line);
  expect(text).not.toContain('age_seconds{feed="Stock"}');
  expect(text.endsWith('\n')).toBe(true);
});

it('escapes what a label may contain', () => {
  const samples = [{ labels: { a: 'x"y\\z\n', b: undefined }, value: Number.POSITIVE_INFINITY }];
  expect(exposition([{ name: 'm', type: 'gauge', samples }])).toBe('# TYPE m gauge\nm{a="x\\"y\\\\z\\n"} +Inf\n');
});
