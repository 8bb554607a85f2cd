import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { accessToken, runMs, startWorld } from '../command-line-world.ts';
import { inTurns, type Measurement, ratioOf } from '../measurement.ts';

const rounds = 7;
/** What was compared last. They are no dependencies: a folder of BENCH_CLI_FOLDER has them, or npm installs them for the run. */
const others = ['newman@6.2.2', '@usebruno/cli@4.1.0'];

/** `tokenboard get`, whole process, against newman and Bruno's command line, with the same authorized GET. */
export async function measure(): Promise<Measurement[]> {
  const work = mkdtempSync(join(tmpdir(), 'tokenboard-bench-'));
  const folder = process.env.BENCH_CLI_FOLDER ?? install(work);
  const program = (name: string): string | undefined => {
    const path = join(folder, 'node_modules/.bin', name);
    if (existsSync(path)) return path;
    console.log(`${name} is not there: tokenboard get is not compared with it.`);
    return undefined;
  };
  const world = await startWorld();
  const get = () => world.tokenboard('get', 'Sales');
  const row = async (name: string, where: string, args: readonly string[]): Promise<Measurement[]> => {
    const path = program(name);
    if (path === undefined) return [];
    const times = await inTurns(rounds, get, () => runMs(process.execPath, [path, ...args]));
    return [
      ratioOf({
        name: `tokenboard get ${where}, against ${name}`,
        unit: 'ms',
        ...times,
        goal: 1,
        how: `whole process, the same GET with a Bearer token, 20 rows; median of ${rounds}, in turns`,
      }),
    ];
  };
  const collection = join(work, 'collection.json');
  writeFileSync(
    collection,
    JSON.stringify({
      info: { name: 'Bench', schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
      item: [
        {
          name: 'Sales',
          request: {
            method: 'GET',
            url: world.url,
            header: [{ key: 'Authorization', value: `Bearer ${accessToken}` }],
          },
        },
      ],
    }),
  );
  const bruno = join(work, 'bruno');
  mkdirSync(bruno);
  writeFileSync(join(bruno, 'bruno.json'), JSON.stringify({ version: '1', name: 'Bench', type: 'collection' }));
  writeFileSync(
    join(bruno, 'sales.bru'),
    `meta {\n  name: Sales\n  type: http\n  seq: 1\n}\n\nget {\n  url: ${world.url}\n  body: none\n  auth: bearer\n}\n\nauth:bearer {\n  token: ${accessToken}\n}\n`,
  );
  const all = async (where: string): Promise<Measurement[]> => [
    ...(await row('newman', where, ['run', collection])),
    ...(await inFolder(bruno, () => row('bru', where, ['run', 'sales.bru']))),
  ];
  try {
    const alone = await all('without a running app');
    await world.startOwner();
    return [...alone, ...(await all('beside the running app'))];
  } finally {
    await world.stop();
    rmSync(work, { recursive: true, force: true });
  }
}

/** Bruno runs in its collection's folder. */
async function inFolder<Value>(folder: string, work: () => Promise<Value>): Promise<Value> {
  const before = process.cwd();
  process.chdir(folder);
  try {
    return await work();
  } finally {
    process.chdir(before);
  }
}

function install(folder: string): string {
  console.log(`installing ${others.join(' and ')} for this run …`);
  writeFileSync(join(folder, 'package.json'), '{}');
  const { status } = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', ...others], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) console.log('npm could not install them.');
  return folder;
}
