import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHttpClient } from '../../../app/http/client.ts';
import { createPeakaClient, type PeakaAccess } from '../../../app/peaka/client.ts';
import { peakaDocument, peakaSlips } from '../../servers/peaka-slips.ts';
import { type Prism, startPrism } from '../../servers/prism.ts';
import { passwordGrant, requestTokens } from './oauth2-client.ts';
import { connectionCallback, decide, peakaOf, shopFloor, warehouse } from './peaka-client.ts';
import { type RunningPractice, startPractice } from './start.ts';

// Peaka's own document between our client and the practice Peaka: each request of the one, each response of the other.

let practice: RunningPractice;
let prism: Prism;
const http = createHttpClient({ resolveProxy: async () => undefined, environment: {} });
const client = createPeakaClient({ http });
let access: PeakaAccess;

beforeAll(async () => {
  practice = await startPractice();
  prism = await startPrism(peakaDocument(), `${practice.origin}/peaka/api/v1`);
  access = {
    accountId: 'account',
    baseUrl: prism.origin,
    callbackUrl: `${practice.origin}/peaka/oauth2/callback`,
    apiKey: practice.ready.peaka.partnerKey,
  };
});
afterAll(async () => {
  await http.close();
  await prism.close();
  await practice.stop();
});

/** The operations of the document that `forwarded` has a success of. */
const operationOf = (line: string): string =>
  line
    .replace(/ 200$/, '')
    .replace(/(?<=\/organizations\/)[\w-]+/, '{organizationId}')
    .replace(/(?<=\/workspaces\/)[\w-]+/, '{workspaceId}')
    .replace(/(?<=\/connections\/config\/)\w+/, '{connectionType}')
    .replace(/(?<=\/connections\/)(?!config)\w{8}(?=$|\/)/, '{projectId}')
    .replace(/(?<=\{projectId\}\/)(?!oauth2)[\w-]+/, '{connectionId}');

it('each request that our client sends, and each response, is as Peaka’s document says', async () => {
  expect(await client.info(access)).toMatchObject({ project: null });
  const projectAccess = { ...access, apiKey: practice.ready.peaka.projectKey };
  expect(await client.info(projectAccess)).toMatchObject({ project: { id: shopFloor } });
  const [organization] = await client.organizations(access);
  const [workspace] = await client.workspaces(access, organization?.id ?? '');
  expect(await client.projects(access, organization?.id ?? '', workspace?.id ?? '')).toHaveLength(2);
  expect((await client.types(access)).map(({ type }) => type)).toContain('POSTGRES');

  // A form.
  const credential = { url: 'db', port: 5432, user: 'u', password: 'p', databaseName: 'd', useSsl: true };
  const form = { name: 'Müller’s “database”', type: 'POSTGRES', credential };
  const database = await client.create(access, shopFloor, form);
  expect(await client.detail(access, shopFloor, database.id)).toContainEqual(['port', '5432']);

  // Way 1, and its update.
  const tokens = await requestTokens(practice, passwordGrant);
  const { oauth2 } = practice.ready;
  const handed = { ...oauth2, accessToken: tokens.access_token, refreshToken: tokens.refresh_token };
  const sales = await client.create(access, shopFloor, { name: 'Sales', type: 'practice_sales', credential: handed });
  await client.update(access, shopFloor, sales.id, { name: 'Revenue', type: 'practice_sales', credential: handed });
  expect(await client.get(access, shopFloor, sales.id)).toMatchObject({ name: 'Revenue' });

  // Ways 2a, 2b-1 and 2b-2.
  const login = { type: 'practice_sales', connectionCallback };
  const logins = [
    { ...login, name: '2a' },
    { ...login, name: '2b-1', credential: oauth2 },
    { ...login, name: '2b-2', credential: { ...oauth2, redirectUrl: 'http://127.0.0.1:1/oauth2-callback/' } },
  ];
  for (const request of logins)
    expect((await client.create(access, shopFloor, request)).url).toContain('/oauth2/authorize?');

  // Way 2b-3, with both responses.
  const ownCallback = { ...oauth2, redirectUrl: 'http://127.0.0.1:1/oauth2-callback/' };
  for (const [type, more] of [
    ['practice_sales', {}],
    ['practice_inventory', { warehouse: 'STR-1' }],
  ] as const) {
    const request = { name: '2b-3', type, credential: { ...ownCallback, ...more } };
    const { id, url = '' } = await client.create(access, warehouse, request);
    const { search } = (await decide(practice, url)).url;
    expect(await client.passCallback(access, warehouse, search.slice(1))).toMatchObject({ id });
    await client.remove(access, warehouse, id);
  }
  expect(await client.list(access, shopFloor)).toHaveLength(5);
  expect(await client.list(access, warehouse)).toEqual([]);

  expect(prism.violations()).toEqual([]);
});

it('each refusal has the form of Peaka’s errors', async () => {
  const call = peakaOf(practice, prism.origin);
  const { projectKey } = practice.ready.peaka;
  const project = `/connections/${shopFloor}`;
  const answers = [
    await call('GET', '/info', undefined, 'nobody'),
    await call('GET', '/organizations', undefined, projectKey),
    await call('GET', `/connections/${warehouse}`, undefined, projectKey),
    await call('GET', '/connections/none'),
    await call('GET', `${project}/none`),
    await call('POST', project, { name: 'x', type: 'stripe' }),
    await call('POST', project, { name: 'Revenue', type: 'stripe', credential: { token: 't' } }),
    await call('POST', `${project}/oauth2`, { queryParameters: 'state=none' }),
    await call('PUT', `${project}/none`, { name: 'x', type: 'stripe' }),
    await call('DELETE', `${project}/none`),
  ];
  expect(answers.map(({ status }) => status)).toEqual([401, 403, 403, 404, 404, 400, 409, 400, 404, 404]);
  expect(prism.violations()).toEqual([]);
});

it('leaves out no operation of the document', async () => {
  await peakaOf(practice, prism.origin)('GET', '/connections/config/stripe');
  const operations = Object.entries(peakaDocument().paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  const done = new Set(
    prism
      .forwarded()
      .filter((line) => line.endsWith(' 200'))
      .map(operationOf),
  );
  expect([...done].toSorted()).toEqual(operations.toSorted());
});

describe('Prism', () => {
  it.each(peakaSlips.map((slip) => [slip.name, slip] as const))(
    'would refuse without the slip: %s',
    async (_, slip) => {
      const document = peakaDocument(peakaSlips.filter((other) => other !== slip));
      const strict = await startPrism(document, `${practice.origin}/peaka/api/v1`);
      const call = peakaOf(practice, strict.origin);
      const [organization] = (await peakaOf(practice)('GET', '/organizations')).body as [{ id: string }];
      await call('GET', '/info');
      await call('GET', '/organizations');
      await call('GET', `/organizations/${organization.id}/workspaces`);
      await call('GET', '/connections/config');
      await call('GET', `/connections/${shopFloor}`);
      await call('GET', `/connections/${shopFloor}/none`);
      expect(strict.violations()).toHaveLength(1);
      await strict.close();
    },
  );

  it('refuses a request that the document does not allow, and does not forward it', async () => {
    const strict = await startPrism(peakaDocument(), `${practice.origin}/peaka/api/v1`);
    const call = peakaOf(practice, strict.origin);
    const project = `/connections/${shopFloor}`;
    const login = { name: 'x', type: 'practice_sales' };
    expect((await call('POST', project, { ...login, connectionCallbak: connectionCallback })).status).toBe(422);
    expect((await call('POST', project, { ...login, name: 1 })).status).toBe(422);
    expect((await call('POST', `${project}/oauth2`, { queryParameters: { state: 's' } })).status).toBe(422);
    expect((await call('PATCH', project, login)).status).toBe(405);
    expect((await call('GET', '/connection')).status).toBe(404);
    expect((await fetch(`${strict.origin}/info`)).status).toBe(401);
    expect(strict.forwarded()).toEqual([]);
    expect(strict.violations()).toHaveLength(6);
    await strict.close();
  });
});
