import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RecipeTarget } from '../../app/shared/feed/recipes/recipe.ts';
import { recipes } from '../../app/shared/feed/recipes/recipes.ts';
import { bigNumber, cities, installedReaders, recipeText, type StartedFeeds, startFeeds } from './start-feeds.ts';

const { homeAssistant } = installedReaders();

interface State {
  id: string;
  state: string;
  attributes: { data?: Record<string, unknown>[] };
}

let feeds: StartedFeeds;
const started: { stop(): void }[] = [];
beforeAll(async () => {
  feeds = await startFeeds({ root: 'wrapped', freshSeconds: 1, staleSeconds: 1 });
});
afterAll(async () => {
  for (const each of started) each.stop();
  await feeds.stop();
});

/** The core of Home Assistant with the recipe as its configuration. It trusts what the system and the environment trust. */
function start(name: string, text: string, trusts = true) {
  const folder = join(feeds.folder, name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'configuration.yaml'), text);
  const { REQUESTS_CA_BUNDLE: _, SSL_CERT_FILE: __, ...environment } = process.env;
  const child = spawn(homeAssistant ?? '', [join(import.meta.dirname, 'home-assistant.py'), folder], {
    env: trusts ? { ...environment, REQUESTS_CA_BUNDLE: feeds.authority } : environment,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let log = '';
  child.stderr.setEncoding('utf8').on('data', (part: string) => {
    log += part;
  });
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const running = {
    log: () => log,
    /** `undefined`: it has ended, and the log says why. */
    states: async (): Promise<State[]> => {
      const { value } = await lines.next();
      if (typeof value !== 'string') throw new Error(log);
      return JSON.parse(value);
    },
    update: () => void child.stdin.write('\n'),
    stop: () => void child.kill(),
  };
  started.push(running);
  return running;
}
const recipe = (target: RecipeTarget): string => recipeText(recipes.homeAssistant, target);

describe.skipIf(homeAssistant === undefined)('the REST sensor of Home Assistant', () => {
  it('shows the number of rows and the rows, by TLS and with the key', async () => {
    const [sensor] = await start('rows', recipe(feeds.target)).states();
    expect(sensor).toMatchObject({ id: 'sensor.sales', state: '30' });
    const rows = sensor?.attributes.data ?? [];
    expect(rows).toHaveLength(30);
    expect(rows.slice(0, 4).map(({ city }) => city)).toEqual(cities);
    expect(rows[0]).toMatchObject({ paid: true, total: 0, at: '2026-11-01T09:00:00Z' });
  });

  it('keeps all digits of large numbers', async () => {
    const text = recipe(feeds.target).replace(/value_template: .*/, 'value_template: "{{ value_json.data[0].big }}"');
    const [sensor] = await start('digits', text).states();
    expect(sensor?.state).toBe(bigNumber);
  });

  it('is not available when the rows are too old', async () => {
    const running = start('states', recipe(feeds.target));
    expect((await running.states())[0]?.state).toBe('30');
    feeds.content.status = 500;
    try {
      // The rows are too old after a second.
      await expect
        .poll(
          async () => {
            running.update();
            return (await running.states())[0]?.state;
          },
          { interval: 500 },
        )
        .toMatch(/^(unknown|unavailable)$/);
    } finally {
      feeds.content.status = 200;
    }
  });

  it('is not available with a wrong key', async () => {
    const [sensor] = await start('wrong', recipe(feeds.wrongTarget)).states();
    expect(sensor?.state).toMatch(/^(unknown|unavailable)$/);
    expect(feeds.statuses()).toContain(401);
  });

  it('makes no sensor if it does not trust the authority', async () => {
    const running = start('stranger', recipe(feeds.target), false);
    expect(await running.states()).toEqual([]);
    expect(running.log()).toContain('certificate verify failed');
  });
});
