import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FeedRequest } from '../../app/feeds/feed-server.ts';
import { type Feed, type FeedServerSettings, newFeed } from '../../app/shared/feed/feed.ts';
import type { Recipe, RecipeTarget } from '../../app/shared/feed/recipes/recipe.ts';
import { startCore } from '../bench/start-core.ts';
import { startService } from '../integration/core/service.ts';
import { freePort } from '../servers/feed-server.ts';
import { resource } from '../servers/items.ts';

/** No number of JavaScript: 2^53 + 1. */
export const bigNumber = '9007199254740993';
export const cities = ['Köln', '東京', null, 'Zoë "Q", 1;2\n🙂'];

/** As the service writes them. */
const rowsText = (): string => {
  const rows = Array.from({ length: 30 }, (_, index) => ({
    'Order No': index,
    city: cities[index % cities.length],
    total: index * 1.5,
    paid: index % 2 === 0,
    at: `2026-11-${String(index + 1).padStart(2, '0')}T10:00:00+01:00`,
    big: 'BIG',
  }));
  return JSON.stringify(rows).replaceAll('"BIG"', bigNumber);
};

/** A published feed on the server of a started app, with keys, and TLS by Tokenboard's own authority unless told else. */
export async function startFeeds(change: Partial<Feed> = {}, server: Partial<FeedServerSettings> = {}) {
  const service = await startService();
  const content = { rows: rowsText(), status: 200 };
  service.routes['/rows'] = () => ({
    status: content.status,
    headers: { 'content-type': 'application/json' },
    body: content.rows,
  });
  const sales = resource({ id: 'sales', url: `${service.origin}/rows`, authorization: { type: 'none' } });
  const folder = mkdtempSync(join(tmpdir(), 'tokenboard-readers-'));
  const requests: FeedRequest[] = [];
  const { core, platform, stop } = await startCore({
    resources: [sales],
    dataFolder: join(folder, 'data'),
    onFeedRequest: (request) => void requests.push(request),
  });
  const feed: Feed = { ...newFeed('feed', 'sales', 'Sales'), allowsKeyInUrl: true, ...change };
  core.feeds.save(feed);
  const { key, secret } = core.feeds.createKey({ feedId: 'feed', name: 'Reader', expiresAt: null });
  const port = await freePort();
  const { settings } = core.feeds.list().server;
  const view = await core.feeds.saveServer({ ...settings, isOn: true, port, encryption: 'own', ...server });
  if (view.error !== null) throw new Error(`The server of feeds does not run: ${view.error.code}`);
  const { encryption } = view.settings;
  const exportedAs = async (format: 'pem' | 'pkcs12'): Promise<string> => {
    platform.saveTo = join(folder, `authority.${format}`);
    const path = await core.feeds.exportAuthority(format);
    if (path === null) throw new Error('The authority was not exported.');
    return path;
  };
  const target: RecipeTarget = {
    feed,
    origin: `${encryption === 'none' ? 'http' : 'https'}://localhost:${port}`,
    key: secret,
    encryption,
  };
  return {
    core,
    /** Of the service. */
    content,
    folder,
    target,
    /** What `Use in …` shows for a key that the feed does not know. */
    wrongTarget: { ...target, key: 'tbk_wrong' },
    url: (format: string) => `${target.origin}/feeds/Sales.${format}`,
    secret,
    revoke: () => core.feeds.revokeKey(key.id),
    authority: encryption === 'own' ? await exportedAs('pem') : '',
    truststore: () => exportedAs('pkcs12'),
    /** Responses that readers got, oldest first. */
    statuses: () => requests.map(({ status }) => status),
    forget: () => void requests.splice(0),
    stop: async () => {
      await stop();
      await service.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
export type StartedFeeds = Awaited<ReturnType<typeof startFeeds>>;

/** A text of a recipe, as the user copies it. */
export function recipeText(recipe: Recipe, target: RecipeTarget, number = 0): string {
  const part = recipe.parts(target)[number];
  if (part?.kind !== 'text') throw new Error('This part has no text.');
  return part.text;
}

/** Where `npm test -- readers` installs the programs that read feeds. */
const readersFolder =
  process.env.TOKENBOARD_READERS ?? join(import.meta.dirname, '../../node_modules/.cache/tokenboard/readers');

/** What could be installed, by name: its path. Written by scripts/lib/install-readers.mjs. */
export function installedReaders(): Partial<Record<ReaderName, string>> {
  try {
    return JSON.parse(readFileSync(join(readersFolder, 'installed.json'), 'utf8'));
  } catch {
    return {};
  }
}
export type ReaderName = 'npm' | 'python' | 'homeAssistant' | 'olingo' | 'java' | 'go' | 'libreOffice';
