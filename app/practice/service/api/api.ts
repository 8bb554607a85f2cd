import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Account } from '../accounts.ts';
import type { OAuth1 } from '../oauth1/endpoints.ts';
import { respond, sendJson } from '../responses.ts';
import type { Service } from '../service.ts';
import { type Access, type AccessKind, checkAccess, refuseApp } from './access.ts';
import { chooseFormat, formatOf, formats, type Names } from './formats.ts';
import { inventory } from './inventory.ts';
import { largestRows, sendLarge } from './large.ts';
import { sales } from './sales.ts';

interface Resource extends Names {
  scope: string;
  /** The JSON value and its table rows. `undefined`: the data belongs to a person, but an app requests it. */
  read(url: URL, access: Access): { value: unknown; rows: readonly object[] } | undefined;
}

const resources: Readonly<Record<string, Resource>> = {
  sales: {
    scope: 'sales:read',
    root: 'sales',
    entry: 'row',
    read(url) {
      const { searchParams } = url;
      const from = dayOf(searchParams.get('from'));
      const rows = sales({ from, to: dayOf(searchParams.get('to')), limit: countOf(searchParams.get('limit')) });
      return { value: rows, rows };
    },
  },
  inventory: {
    scope: 'inventory:read',
    root: 'inventory',
    entry: 'item',
    read(url) {
      const value = inventory(countOf(url.searchParams.get('limit')));
      return { value, rows: value.data.items };
    },
  },
  profile: {
    scope: 'profile:read',
    root: 'profile',
    entry: 'entry',
    read(_url, { account, kind }) {
      if (!account) return undefined;
      const value = profile(account, kind);
      return { value, rows: [value] };
    },
  },
};

class BadParameter extends Error {}

/** `/api/<name>`, `/api/<name>.xml`, `/api/<name>.csv`, `/api/large?rows=N`. */
export async function handleApi(
  service: Service,
  oauth1: OAuth1,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const [, name = '', extension] = /^\/api\/([a-z]+)(?:\.([a-z]+))?$/.exec(url.pathname) ?? [];
  const resource = Object.hasOwn(resources, name) ? resources[name] : undefined;
  const isKnown = resource ? !extension || formatOf(extension) !== undefined : name === 'large' && !extension;
  if (!isKnown) {
    sendJson(response, 404, { error: 'not_found', error_description: 'There is no such resource.' });
    return;
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    const body = { error: 'method_not_allowed', error_description: 'This data can only be read.' };
    sendJson(response, 405, body, { Allow: 'GET, HEAD' });
    return;
  }
  const access = await checkAccess(service, oauth1, request, response, url, resource?.scope ?? 'sales:read');
  if (!access) return;
  try {
    if (!resource) {
      const rows = countOf(url.searchParams.get('rows')) ?? 1000;
      await sendLarge(response, Math.min(rows, largestRows));
      return;
    }
    const data = resource.read(url, access);
    if (!data) {
      refuseApp(response);
      return;
    }
    const { contentType, write } = formats[chooseFormat(extension, request.headers.accept)];
    const headers = { 'Content-Type': contentType, 'Cache-Control': 'no-store', Vary: 'Accept' };
    respond(response, 200, headers, write(data, resource));
  } catch (error) {
    if (!(error instanceof BadParameter)) throw error;
    sendJson(response, 400, { error: 'invalid_parameter', error_description: error.message });
  }
}

function dayOf(text: string | null): string | undefined {
  if (text === null || text === '') return undefined;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) throw new BadParameter('A day is written like 2026-01-31.');
  return text;
}

function countOf(text: string | null): number | undefined {
  if (text === null || text === '') return undefined;
  if (!/^\d{1,9}$/.test(text)) throw new BadParameter('A number of rows is a whole number.');
  return Number(text);
}

function profile(account: Account, access: AccessKind) {
  const { username, name, email, role, team, city } = account;
  return { username, name, email, role, team, address: { city }, authorizedBy: access };
}
