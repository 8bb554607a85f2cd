import type { IncomingMessage, ServerResponse } from 'node:http';
import { messagePage } from '../pages/message-page.ts';
import { textsFor } from '../pages/texts.ts';
import { redirect, sendPage } from '../responses.ts';
import { findType } from './connection-types.ts';
import type { PeakaParts } from './connections.ts';
import { finishLogin } from './finish-login.ts';
import { PeakaProblem } from './problem.ts';

/** Peaka's callback URL: ends a login, then sends the browser to the `connectionCallback` of the connection. */
export async function handlePeakaCallback(
  parts: PeakaParts,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const texts = textsFor(request);
  const { text } = texts;
  const taken = parts.logins.take(url.searchParams.get('state') ?? '');
  if (!taken) {
    const expired = { title: text('practice.page.expired'), text: text('practice.page.peaka.expired.text') };
    sendPage(response, 400, messagePage(texts, expired));
    return;
  }
  const { connectionId, connectionCallback } = taken.login;
  let status: 'success' | 'fail' = 'success';
  let type = '';
  try {
    type = (await finishLogin(parts, taken, url.searchParams)).type;
  } catch (error) {
    if (!(error instanceof PeakaProblem)) throw error;
    status = 'fail';
    type = parts.service.store.state.peaka.connections.find(({ id }) => id === connectionId)?.type ?? '';
  }
  if (connectionCallback === undefined) {
    const title = text(status === 'success' ? 'practice.page.peaka.done' : 'practice.page.peaka.failed');
    sendPage(response, 200, messagePage(texts, { title, text: text('practice.page.peaka.close') }));
    return;
  }
  const query = { connectionId, status };
  redirect(
    response,
    findType(type)?.login?.speaks === 'like_the_guide'
      ? likeTheGuide(connectionCallback, query)
      : withQuery(connectionCallback, query),
  );
}

interface CallbackQuery extends Record<string, string> {
  connectionId: string;
  status: 'success' | 'fail';
}

/** With a second question mark, as Peaka's guide writes it. */
const likeTheGuide = (callback: string, { connectionId, status }: CallbackQuery): string =>
  `${callback}?connectionId=${connectionId}?status=${status}`;

function withQuery(callback: string, query: CallbackQuery): string {
  const url = new URL(callback);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url.href;
}
