import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { expect, it } from 'vitest';
import { answerRefusal, Refusal } from '../../../../app/feeds/server/refusal.ts';
import { recordRefused } from '../../../../app/feeds/server/refused-exchange.ts';
import type { RawExchange } from '../../../../app/http/exchanges.ts';
import { newFeed } from '../../../../app/shared/feed/feed.ts';
import { message } from '../../../../app/shared/messages/message.ts';

const answer = answerRefusal(new Refusal(401, message('feedAnswer.key'), { 'x-a': 'b' }), ({ id }) => id);
function request(): IncomingMessage {
  const incoming = new IncomingMessage(new Socket());
  incoming.method = 'GET';
  incoming.url = '/feeds/Sales.json?key=tbk_secret';
  incoming.headers = {
    host: 'localhost',
    authorization: 'Bearer tbk_secret',
    'x-api-key': 'tbk_secret',
    cookie: 'a=b',
  };
  return incoming;
}

it('keeps a refused request for the console by the ID that the reader got, and no key of it [37]', () => {
  const recorded: RawExchange[] = [];
  const feed = newFeed('f', 'sales', 'Sales');
  recordRefused(
    (each) => recorded.push(each),
    () => 5,
  )({ request: request(), answer, feed });
  expect(recorded).toMatchObject([
    { kind: 'feed', at: 5, method: 'GET', url: '/feeds/Sales.json?…', status: 401, resourceId: 'sales' },
  ]);
  expect(JSON.stringify(recorded)).not.toMatch(/tbk_secret|cookie/);
  expect(recorded[0]?.responseBody?.toString()).toContain(answer.id);
});

it('records 60 of a flood in a minute', () => {
  let count = 0;
  let now = 0;
  const record = recordRefused(
    () => (count += 1),
    () => now,
  );
  const refused = { request: request(), answer, feed: undefined };
  for (let at = 0; at < 100; at += 1) record(refused);
  expect(count).toBe(60);
  now = 60_000;
  record(refused);
  expect(count).toBe(61);
});
