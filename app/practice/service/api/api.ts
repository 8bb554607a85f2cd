import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Account } from '../accounts.ts';
import type { OAuth1 } from '../oauth1/endpoints.ts';
import { respond, sendJson } from '../responses.ts';
import type { Service } from '../service.ts';
import { type Access, type AccessKind, checkAccess, refuseApp } from './access.ts';
import type { createBusy } from './busy.ts';
import { endpoints } from './endpoints.ts';
import { chooseFormat, formatOf, formats, type Names } from './formats.ts';
import { inventory } from './inventory.ts';
import { stations } from './machines.ts';
import { FailsOnPurpose } from './pages.ts';
import { BadParameter, countOf, dayOf } from './parameters.ts';
import { sales } from './sales.ts';
import { inspections, maintenance } from './values.ts';

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
  stations: {
    scope: 'inventory:read',
    root: 'plant',
    entry: 'station',
    read() {
      const value = stations();
      return { value, rows: Object.entries(value.stations).map(([code, station]) => ({ code, ...station })) };
    },
  },
  inspections: { scope: 'inventory:read', root: 'inspections', entry: 'inspection', read: () => list(inspections()) },
  maintenance: { scope: 'inventory:read', root: 'maintenance', entry: 'visit', read: () => list(maintenance()) },
};

const list = (rows: readonly object[]) => ({ value: rows, rows });

/** `/api/<name>`, `/api/<name>.xml`, `/api/<name>.csv`, and the endpoints. */
export async function handleApi(
  service: Service,
  oauth1: OAuth1,
  isBusy: ReturnType<typeof createBusy>,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const [, whole = '', name = '', extension] = /^\/api\/(([a-z]+)(?:\.([a-z]+))?)$/.exec(url.pathname) ?? [];
  const endpoint = Object.hasOwn(endpoints, whole) ? endpoints[whole] : undefined;
  const resource = Object.hasOwn(resources, name) ? resources[name] : undefined;
  const asked = endpoint ?? (!extension || formatOf(extension) !== undefined ? resource : undefined);
  if (asked === undefined) {
    sendJson(response, 404, { error: 'not_found', error_description: 'There is no such resource.' });
    return;
  }
  const allowed = endpoint?.method === undefined ? ['GET', 'HEAD'] : [endpoint.method];
  if (!allowed.includes(request.method ?? '')) {
    const only = allowed.join(', ');
    sendJson(
      response,
      405,
      { error: 'method_not_allowed', error_description: `This data is read by ${only}.` },
      { Allow: only },
    );
    return;
  }
  const access = await checkAccess(service, oauth1, request, response, url, asked.scope);
  if (!access) return;
  try {
    if (isBusy(response, url)) return;
    if (endpoint) {
      await endpoint.send({ request, response, url });
      return;
    }
    const data = resource?.read(url, access);
    if (!resource || !data) {
      refuseApp(response);
      return;
    }
    const { contentType, write } = formats[chooseFormat(extension, request.headers.accept)];
    const headers = { 'Content-Type': contentType, 'Cache-Control': 'no-store', Vary: 'Accept' };
    respond(response, 200, headers, write(data, resource));
  } catch (error) {
    if (error instanceof FailsOnPurpose)
      sendJson(response, 500, { error: 'server_error', error_description: 'This page fails on purpose.' });
    else if (error instanceof BadParameter)
      sendJson(response, 400, { error: 'invalid_parameter', error_description: error.message });
    else throw error;
  }
}

function profile(account: Account, access: AccessKind) {
  const { username, name, email, role, team, city } = account;
  return { username, name, email, role, team, address: { city }, authorizedBy: access };
}
