import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import cors, { type FastifyCorsOptions } from '@fastify/cors';
import rateLimit from '@fastify/rate-limit';
import fastify, { type FastifyReply, type FastifyRequest } from 'fastify';
import { type Feed, type FeedFormat, feedFormats } from '../../shared/feed/feed.ts';
import { type Message, message } from '../../shared/messages/message.ts';
import type { FeedRows } from '../feed-rows.ts';
import type { FeedRequest } from '../feed-server.ts';
import { createOData } from '../odata/odata.ts';
import type { FeedStore } from '../store.ts';
import { openWithKey, unauthorized } from './access.ts';
import { answerOData, odataRoot } from './answer-odata.ts';
import { answerRows, unavailable } from './answer-rows.ts';
import { checkRequest, notFound } from './gate.ts';
import type { Limits } from './limits.ts';
import { answerRefusal, Refusal, requestId, safeHeaders } from './refusal.ts';
import type { RefusedRequest } from './refused-exchange.ts';
import { plainAddress, type Visitors } from './visitors.ts';
import { watchRequest } from './watch-request.ts';

export interface RoutesDeps {
  store: FeedStore;
  rows: Pick<FeedRows, 'read' | 'query'>;
  visitors: Visitors;
  limits: Limits;
  /** Whether the feed's resource still exists. */
  exists(resourceId: string): boolean;
  /** A message as a sentence without secrets. */
  show(text: Message): string;
  onRead(feed: Feed): void;
  onRefused(refused: RefusedRequest): void;
  /** For logs and figures. Every response then tells its ID. */
  onRequest?: ((request: FeedRequest) => void) | undefined;
  /** Epoch ms. */
  now(): number;
}

declare module 'fastify' {
  interface FastifyRequest {
    feed?: Feed;
  }
}

const path = /^\/feeds\/([A-Za-z][A-Za-z0-9_]{0,59})\.([a-z]+)(?:\?|$)/;
const odataPath = /^\/odata\/([A-Za-z][A-Za-z0-9_]{0,59})(?:[/?(]|$)/;
const isFormat = (name: string): name is FeedFormat => feedFormats.some((each) => each === name);

/** The feed's name and format in a URL of the server. `undefined`: it is no feed's. */
function readPath(url: string): { name: string; format: FeedFormat } | undefined {
  const [, name, format = ''] = path.exec(url) ?? [];
  return name !== undefined && isFormat(format) ? { name, format } : undefined;
}

/** The listener for all requests. It does not depend on how the server listens. */
export async function createRoutes(deps: RoutesDeps): Promise<RequestListener> {
  const { store, visitors, limits, exists, now } = deps;
  const app = fastify({ logger: false, exposeHeadRoutes: false, bodyLimit: 1 });
  const access = { store, exists, now };
  const feeds = new WeakMap<IncomingMessage, Feed>();

  app.setErrorHandler((error, request, reply) => {
    const refusal = error instanceof Refusal ? error : new Refusal(500, message('feedAnswer.failed'));
    const answer = answerRefusal(refusal, deps.show, requestId(reply.raw));
    deps.onRefused({ request: request.raw, answer, feed: request.feed });
    return reply.code(answer.status).headers(answer.headers).send(answer.body);
  });
  app.setNotFoundHandler(() => {
    throw notFound();
  });

  const named = (name: string): Feed | undefined => {
    const feed = store.named(name);
    // Exactly: one address for each feed.
    return feed?.name === name ? feed : undefined;
  };
  const corsOf = (request: FastifyRequest): FastifyCorsOptions => {
    const name = readPath(request.url)?.name ?? odataPath.exec(request.url)?.[1];
    const feed = name === undefined ? undefined : named(name);
    const origins = feed?.origins ?? [];
    return origins.length === 0 ? withoutCors : { ...corsOptions, origin: [...origins] };
  };
  await app.register(cors, {
    delegator: (request: FastifyRequest, callback: (error: Error | null, options?: FastifyCorsOptions) => void) =>
      callback(null, request.headers.origin === undefined ? withoutCors : corsOf(request)),
  });
  await app.register(rateLimit, { global: false });
  const countGuess = app.createRateLimit({
    max: limits.guesses,
    timeWindow: 60_000,
    keyGenerator: (request) => network(plainAddress(request.socket.remoteAddress ?? '')),
  });

  /** The feed that the request's key opens. Right keys are never throttled: nobody guesses 256 bits. */
  const openedFeed = async (request: FastifyRequest): Promise<Feed> => {
    const opened = openWithKey(request.raw, access);
    if (opened.key !== undefined) {
      if (opened.feed === undefined) throw new Refusal(404, message('feedAnswer.off'));
      request.feed = opened.feed;
      feeds.set(request.raw, opened.feed);
      return opened.feed;
    }
    if (!opened.wasSent) throw unauthorized(401);
    const guesses = await countGuess(request);
    if (guesses.isAllowed || !guesses.isExceeded) throw unauthorized(401);
    throw unauthorized(429, message('feedAnswer.guesses'), guesses.ttlInSeconds);
  };

  app.route({
    method: ['GET', 'HEAD'],
    url: '/feeds/:file',
    handler: async (request, reply) => {
      const wanted = readPath(request.url);
      if (wanted === undefined) throw notFound();
      const feed = await openedFeed(request);
      checkName(wanted.name, feed.name);
      deps.onRead(feed);
      const answer = await within(deps.rows.read(feed, wanted.format), limits.waitMs);
      if (answer === undefined) throw unavailable(message('feedAnswer.waiting'), now() + 5_000, now());
      if (answer.status === 'unavailable') throw unavailable(answer.error.message, answer.retryAt, now());
      await answerRows(request, reply, feed, answer, { limits, now: now() });
    },
  });
  const answer = createOData(deps);
  for (const url of ['/odata', '/odata/*'])
    app.route({
      method: ['GET', 'HEAD'],
      url,
      handler: async (request, reply) => {
        const feed = await openedFeed(request);
        deps.onRead(feed);
        const { pathname, search } = new URL(request.url, 'http://localhost');
        const asked = { path: pathname.slice('/odata'.length) || '/', query: search.slice(1) };
        const root = odataRoot(request);
        const found = await within(answer({ ...asked, root, headers: request.headers, feed }), limits.waitMs);
        if (found === undefined) throw unavailable(message('feedAnswer.waiting'), now() + 5_000, now());
        const refused = await answerOData(request, reply, feed, found, { limits, now: now() });
        if (refused !== undefined) deps.onRefused({ request: request.raw, answer: refused, feed });
        return reply;
      },
    });
  app.route({
    method: ['GET', 'HEAD'],
    url: '/feeds/',
    handler: async (request, reply) => {
      const feed = await openedFeed(request);
      const formats = feedFormats.map((format) => `/feeds/${feed.name}.${format}`);
      return sendJson(reply, { feeds: [{ name: feed.name, formats }] });
    },
  });
  app.route({ method: ['GET', 'HEAD'], url: '/health', handler: (_, reply) => sendJson(reply, { status: 'ok' }) });
  await app.ready();

  /** Whose next requests are not answered: they may be the body of a refused one. */
  const ending = new WeakSet<Socket>();
  return (request, response) => {
    if (ending.has(request.socket)) return;
    if (deps.onRequest !== undefined)
      watchRequest(request, response, { feedOf: () => feeds.get(request), tell: deps.onRequest });
    try {
      checkRequest(request, visitors);
    } catch (error) {
      sendRefusal(request, response, error instanceof Refusal ? error : new Refusal(500, message('feedAnswer.failed')));
      return;
    }
    app.routing(request, response);
  };

  function sendRefusal(request: IncomingMessage, response: ServerResponse, refusal: Refusal): void {
    const answer = answerRefusal(refusal, deps.show, requestId(response));
    deps.onRefused({ request, answer, feed: undefined });
    if (answer.headers.connection === 'close') ending.add(request.socket);
    response.writeHead(answer.status, answer.headers);
    response.end(request.method === 'HEAD' ? undefined : answer.body);
  }
}

/** Says the right spelling to the feed's own reader only. Others do not learn which feeds exist. Throws Refusal. */
function checkName(asked: string, name: string): void {
  if (asked === name) return;
  if (asked.toLowerCase() === name.toLowerCase()) throw new Refusal(404, message('feedAnswer.letterCase', { name }));
  throw new Refusal(403, message('feedAnswer.otherFeed'));
}

function sendJson(reply: FastifyReply, content: unknown): FastifyReply {
  const body = Buffer.from(`${JSON.stringify(content)}\n`);
  return reply
    .headers({
      ...safeHeaders,
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      'content-length': body.length,
    })
    .send(body);
}

const withoutCors: FastifyCorsOptions = { origin: false };
const corsOptions: FastifyCorsOptions = {
  methods: ['GET', 'HEAD'],
  allowedHeaders: [
    'Authorization',
    'X-Api-Key',
    'If-None-Match',
    'If-Modified-Since',
    'OData-MaxVersion',
    'OData-Version',
    'Prefer',
  ],
  exposedHeaders: ['ETag', 'Age', 'Retry-After', 'Cache-Status', 'OData-Version', 'Tokenboard-Stale'],
  maxAge: 600,
};

/** One subscriber has a whole /64 of IPv6 addresses (RFC 6177). */
const network = (address: string): string =>
  address.includes(':')
    ? (URL.parse(`http://[${address}]`)?.hostname ?? address).split(':').slice(0, 4).join(':')
    : address;

/** `undefined`: not in time. */
async function within<Answer>(answer: Promise<Answer>, ms: number): Promise<Answer | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), ms);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
