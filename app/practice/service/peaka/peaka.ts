import type { IncomingMessage, ServerResponse } from 'node:http';
import { messagePage } from '../pages/message-page.ts';
import { peakaPage } from '../pages/peaka-page.ts';
import { textsFor } from '../pages/texts.ts';
import { readForm, sendPage } from '../responses.ts';
import type { RequestHandler } from '../server.ts';
import type { Service } from '../service.ts';
import { apiPath, handlePeakaApi } from './api.ts';
import { handlePeakaCallback } from './callback.ts';
import { findType } from './connection-types.ts';
import { connectionsOf, type PeakaParts } from './connections.ts';
import { createLogins } from './logins.ts';
import { peakaCallbackPath } from './oauth-client.ts';
import { projects } from './places.ts';
import { type Reading, readData } from './read-data.ts';

export const peakaPath = '/peaka/';

/** The practice Peaka: everything below `/peaka/`. */
export function createPeaka(service: Service, now: () => number = Date.now): RequestHandler {
  const parts: PeakaParts = { service, logins: createLogins(service, now) };
  return async (request, response, url) => {
    const path = url.pathname;
    if (path.startsWith(`${apiPath}/`)) await handlePeakaApi(parts, request, response, url);
    else if (path === peakaCallbackPath) await handlePeakaCallback(parts, request, response, url);
    else if (path === peakaPath) await handlePage(parts, request, response);
    else {
      const texts = textsFor(request);
      const { text } = texts;
      const nothing = { title: text('practice.page.nothing'), text: text('practice.page.nothing.text') };
      sendPage(response, 404, messagePage(texts, nothing));
    }
  };
}

async function handlePage(parts: PeakaParts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { service, logins } = parts;
  let read: { id: string; reading: Reading } | undefined;
  if (request.method === 'POST') {
    const form = await readForm(request);
    const connection = service.store.state.peaka.connections.find(({ id }) => id === form.get('id'));
    // It may have been deleted since the page was shown.
    if (connection?.tokens)
      read = {
        id: connection.id,
        reading: await readData(service, connection, { renewFirst: form.get('action') === 'renew' }),
      };
  }
  const shown = projects.map(({ id: projectId, name }) => ({
    name,
    connections: connectionsOf(parts, projectId).map(({ id, name, type, tokens }) => ({
      id,
      name,
      typeLabel: findType(type)?.label ?? type,
      state: tokens ? ('has_tokens' as const) : logins.waits(id) ? ('waits' as const) : stateWithout(type),
      reading: read?.id === id ? read.reading : undefined,
    })),
  }));
  sendPage(response, 200, peakaPage(textsFor(request), { action: peakaPath, projects: shown }));
}

/** Of a connection without tokens whose login is not running. */
const stateWithout = (type: string) => (findType(type)?.login ? ('failed' as const) : ('values_only' as const));
