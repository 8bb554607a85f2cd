import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { formatEnglish } from '../../../app/shared/messages/format.ts';
import type { Resource } from '../../../app/shared/resource/resource.ts';
import type { StartedApp } from '../../servers/start-app.ts';
import { json } from '../../servers/token-server.ts';
import { resourceAt, type Service, startAppAndServices } from './service.ts';

let tokenboard: StartedApp;
let service: Service;
beforeEach(async () => {
  const started = await startAppAndServices();
  ({ service, tokenboard } = started);
  return started.stop;
});

const canary = 'canary/key+5f1c90=';
const open = { authorization: { type: 'none' } } as const;
const request = (changes: Partial<Resource>, secrets: Record<string, string> = {}) => ({
  resource: resourceAt(service, { ...open, ...changes }),
  secrets,
});
/** All that lies in the data folder. */
const onDisk = (): string => {
  const texts: string[] = [];
  for (const name of readdirSync(tokenboard.dataFolder, { recursive: true, encoding: 'utf8' })) {
    const file = join(tokenboard.dataFolder, name);
    if (statSync(file).isFile()) texts.push(readFileSync(file, 'latin1'));
  }
  return texts.join('\n');
};

describe('the main process', () => {
  it.each([
    [{ url: 'https://api.example.com/x?access_token=canary-4711' }],
    [{ url: 'https://ann:canary-4711@api.example.com/x' }],
    [{ url: "curl 'https://api.example.com/x' -H 'Authorization: Bearer canary-4711'" }],
    [{ headers: [{ name: 'Authorization', value: 'Bearer canary-4711', secret: false }] }],
    [{ headers: [{ name: 'X-Api-Key', value: 'canary-4711', secret: false }] }],
  ])('refuses to store %j, whatever the window asks [56]', async (changes) => {
    const error = await tokenboard.fail('resources.save', request(changes));
    expect(error.code).toBe('resource.open_credential');
    expect(JSON.stringify(error)).not.toContain('canary-4711');
    expect(onDisk()).not.toContain('canary-4711');
  });

  it('stores it by the user’s word [56]', async () => {
    const saved = await tokenboard.get(
      'resources.save',
      request({ url: 'https://api.example.com/x?token=demo', inTheOpen: ['query:token'] }),
    );
    expect(saved.resource.url).toBe('https://api.example.com/x?token=demo');
  });
});

describe('a secret value of a resource', () => {
  const kept = { url: '', secretValues: ['api_key'] };
  const save = (path: string) =>
    tokenboard.get(
      'resources.save',
      request({ ...kept, url: `${service.origin}${path}` }, { 'value:api_key': canary }),
    );

  it('is sent as the one value of its place, rests in the vault, and goes when it is no longer used [56]', async () => {
    service.routes['/mine'] = () => json([{ id: 1 }]);
    const view = await save('/mine?a=1&api_key={api_key}&b={"c":1}');
    expect(view.secrets).toEqual(['value:api_key']);
    await tokenboard.get('resources.run', { id: view.resource.id });
    const asked = new URL(service.asked('/mine')[0]?.path ?? '', service.origin);
    expect([...asked.searchParams]).toEqual([
      ['a', '1'],
      ['api_key', canary],
      ['b', '{"c":1}'],
    ]);
    for (const form of [canary, encodeURIComponent(canary)]) expect(onDisk()).not.toContain(form);
    await tokenboard.get('resources.save', request({ url: `${service.origin}/mine`, secretValues: [] }));
    await tokenboard.get('resources.save', request({ ...kept, url: `${service.origin}/mine?api_key={api_key}` }));
    const error = await tokenboard.fail('resources.run', { id: view.resource.id });
    expect(error.code).toBe('resource.secret_missing');
  });

  it('is masked in the console and in what comes back to the window, and copied with the token only when asked [35]', async () => {
    service.routes['/refuse'] = (seen) => json({ message: `no: ${seen.path} ${canary}` }, 403);
    const { resource } = await save('/refuse?api_key={api_key}');
    const run = await tokenboard.get('resources.run', { id: resource.id });
    const { exchanges } = await tokenboard.get('console.list', { limit: 10 });
    const id = exchanges[0]?.id ?? 0;
    const exchange = await tokenboard.get('console.exchange', { id });
    const shown = JSON.stringify([
      run,
      exchanges,
      exchange,
      await tokenboard.get('resources.list', {}),
      await tokenboard.get('console.curl', { id, withToken: false }),
    ]);
    for (const form of [canary, encodeURIComponent(canary), '5f1c90']) expect(shown).not.toContain(form);
    const { text } = await tokenboard.get('console.curl', { id, withToken: true });
    expect(text).toContain(encodeURIComponent(canary));
  });

  it('goes along with a copy of the resource, and with it when it is deleted and restored', async () => {
    const { resource } = await save('/mine?api_key={api_key}');
    const copy = await tokenboard.get('resources.duplicate', { id: resource.id });
    expect(copy.secrets).toEqual(['value:api_key']);
    await tokenboard.get('resources.delete', { id: resource.id });
    expect((await tokenboard.get('resources.restore', { id: resource.id })).secrets).toEqual(['value:api_key']);
  });

  it('is sent over https alone [42]', async () => {
    await tokenboard.get(
      'resources.save',
      request({ ...kept, url: 'http://api.example.com/x?k={api_key}' }, { 'value:api_key': canary }),
    );
    const error = await tokenboard.fail('resources.run', { id: 'resource-1' });
    expect(formatEnglish(error.message)).toContain('Use https://');
  });
});
