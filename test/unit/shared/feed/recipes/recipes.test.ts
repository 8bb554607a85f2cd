import { DefaultSettings, TaskUtils } from '@microsoft/powerquery-parser';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { type Feed, initialFeedServer, newFeed } from '../../../../../app/shared/feed/feed.ts';
import { type Recipe, type RecipeTarget, unmetNeeds } from '../../../../../app/shared/feed/recipes/recipe.ts';
import { recipes } from '../../../../../app/shared/feed/recipes/recipes.ts';
import { recipeTools } from '../../../../../app/shared/feed/recipes/tools.ts';

const key = 'tbk_abcDEF-123_x';
const feed = (change: Partial<Feed> = {}): Feed => ({ ...newFeed('f', 'r', 'Sales_EU'), ...change });
const target = (change: Partial<RecipeTarget> = {}): RecipeTarget => ({
  feed: feed(),
  origin: 'https://192.168.1.5:8439',
  key,
  encryption: 'own',
  ...change,
});
/** Whatever a feed may be like. */
const targets = [
  target(),
  target({ key: null, encryption: 'none' }),
  target({ feed: feed({ root: 'wrapped', allowsKeyInUrl: true, csv: { delimiter: 'tab', mark: true } }) }),
];
/** No feed is called so; a change of its rules must not open a shell. */
const odd = `"a' \\ $(id) \`id\` #( ’b %41\n`;
const oddTarget = target({ feed: feed({ name: odd, allowsKeyInUrl: true }), key: odd });

const written = (recipe: Recipe, of: RecipeTarget): string[] =>
  recipe.parts(of).flatMap((part) => (part.kind === 'text' ? [part.text] : part.fields.map(({ value }) => value)));
const textOf = (recipe: Recipe, of: RecipeTarget, number = 0): string => {
  const part = recipe.parts(of)[number];
  if (part?.kind !== 'text') throw new Error('no text');
  return part.text;
};
const isM = async (text: string): Promise<boolean> =>
  TaskUtils.isParseStageOk(await TaskUtils.tryLexParse(DefaultSettings, text));

describe.each(recipeTools)('the recipe for %s', (tool) => {
  const recipe = recipes[tool];

  it('names the address of the feed and no secret but its key', () => {
    for (const each of targets) {
      const texts = written(recipe, each);
      if (texts.length === 0) continue;
      const all = texts.join('\n');
      expect(all).toContain(each.origin);
      expect(all).toContain(`feeds/${each.feed.name}.`);
      expect(all).toContain(each.key ?? 'YOUR_FEED_KEY');
      expect(all.match(/tbk_[\w-]+/g) ?? []).toEqual((all.match(/tbk_[\w-]+/g) ?? []).map(() => key));
    }
  });

  it('tells what the tool cannot do', () => expect(recipe.limits.id).toBe(`recipes.${tool}.limits`));

  it('titles each part once', () => {
    for (const each of targets) {
      const titles = recipe.parts(each).map(({ title }) => title.id);
      expect(new Set(titles).size).toBe(titles.length);
    }
  });
});

describe('the texts', () => {
  it.each([...targets, oddTarget])('for Grafana are YAML that allows the host and sends the key', (each) => {
    const source = parseYaml(textOf(recipes.grafana, each));
    expect(source.datasources[0].jsonData.allowedHosts).toEqual([each.origin]);
    expect(source.datasources[0].secureJsonData.bearerToken).toBe(each.key ?? 'YOUR_FEED_KEY');
    const query = parseYaml(textOf(recipes.grafana, each, 1));
    expect(query.url).toBe(`${each.origin}/feeds/${each.feed.name}.json`);
    expect(source.datasources[0].jsonData.customHealthCheckUrl).toBe(query.url);
    expect(query.root_selector).toBe(each.feed.root === 'wrapped' ? 'data' : '');
  });

  it.each([...targets, oddTarget])('for Home Assistant are YAML of a sensor', (each) => {
    const { rest } = parseYaml(textOf(recipes.homeAssistant, each));
    expect(rest[0].resource).toBe(`${each.origin}/feeds/${each.feed.name}.json`);
    expect(rest[0].headers).toEqual({ Authorization: `Bearer ${each.key ?? 'YOUR_FEED_KEY'}` });
    expect(rest[0].sensor[0].name).toBe(each.feed.name);
    // An error is no row.
    expect(rest[0].sensor[0].availability).toMatch(/is (?:defined|list)/);
  });

  it.each([...targets, oddTarget])('for Node-RED are a flow whose nodes are wired', (each) => {
    const flow: { id: string; type: string; wires: string[][]; url?: string }[] = JSON.parse(
      textOf(recipes.nodeRed, each),
    );
    expect(flow.map(({ type }) => type)).toEqual(['inject', 'http request', 'debug']);
    expect(flow.flatMap(({ wires }) => wires.flat())).toEqual(flow.slice(1).map(({ id }) => id));
    expect(flow[1]?.url).toBe(`${each.origin}/feeds/${each.feed.name}.json`);
  });

  it.each([...targets, oddTarget])('for Power BI and Excel are M', async (each) => {
    for (const part of [...recipes.powerBi.parts(each), ...recipes.excel.parts(each)])
      if (part.kind === 'text') expect(await isM(part.text)).toBe(true);
  });

  it.each(['powerBi', 'excel', 'peakboard'] as const)('for %s offer OData with Basic', (tool) => {
    for (const each of targets) {
      const odata = recipes[tool]
        .parts(each)
        .flatMap((part) => (part.kind === 'fields' ? [part.fields.map(({ value }) => value)] : []))
        .filter((values) => values.includes(`${each.origin}/odata/`));
      expect(odata).toHaveLength(1);
      expect(odata[0]).toEqual(expect.arrayContaining(['tokenboard', each.key ?? 'YOUR_FEED_KEY']));
    }
  });

  it('in JavaScript are programs', () => {
    for (const each of [...targets, oddTarget]) {
      const run = textOf(recipes.javascript, each);
      expect(() => new Function(`return async () => {${run}}`)).not.toThrow();
      expect(() => new Function('require', 'module', textOf(recipes.magicMirror, each))).not.toThrow();
    }
  });

  it('of shells quote whatever a name and a key hold', () => {
    expect(textOf(recipes.curl, oddTarget)).toContain(`'https://192.168.1.5:8439/feeds/"a'\\'' \\ $(id)`);
    expect(textOf(recipes.powershell, oddTarget)).toContain(
      `'https://192.168.1.5:8439/feeds/"a'' \\ $(id) \`id\` #( ’’b`,
    );
  });

  it('for Superset quote the URL as a name of SQL, with the key in a header by Rison', () => {
    const query = (each: RecipeTarget): string => textOf(recipes.superset, each, 1);
    const headersOf = (sql: string): string | undefined => /\?_s_headers=([^#]*)#/.exec(sql.replaceAll('""', '"'))?.[1];
    expect(query(target())).toBe(
      `SELECT * FROM "https://192.168.1.5:8439/feeds/Sales_EU.json?_s_headers=(Authorization%3A'Bearer%20${key}')#$[*]"`,
    );
    expect(decodeURIComponent(headersOf(query(oddTarget)) ?? '')).toBe(
      `(Authorization:'Bearer ${odd.replaceAll("'", "!'")}')`,
    );
  });

  it('name the authority as it is exported', () => {
    expect(textOf(recipes.curl, target())).toContain('--cacert tokenboard-authority.pem');
    expect(textOf(recipes.python, target())).toContain('verify="tokenboard-authority.pem"');
  });
});

it('tells what a tool needs that the feed does not have', () => {
  expect(unmetNeeds(recipes.kiosk, feed(), initialFeedServer)).toEqual(['elsewhere', 'keyInUrl']);
  const network = { ...initialFeedServer, exposure: 'network', encryption: 'own' } as const;
  expect(unmetNeeds(recipes.kiosk, feed({ allowsKeyInUrl: true }), network)).toEqual(['trust']);
  expect(unmetNeeds(recipes.xibo, feed(), network)).toEqual(['wrapped', 'trust']);
});
