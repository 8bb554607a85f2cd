// `npm run bench [NAME…]`: every ratio from one run, printed as a table and written to bench.json.
import { spawn } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { arch, cpus, platform } from 'node:os';
import { text } from 'node:stream/consumers';
import type { Measurement } from './measurement.ts';

const here = new URL('.', import.meta.url);
const all = readdirSync(new URL('measures', here)).map((file) => file.replace(/\.ts$/, ''));
const wanted = process.argv.slice(2);
/** These take long, or need other programs, so they run only by their names. */
const onlyByName = ['feed-soak', 'cli-others'];
const names = wanted.length === 0 ? all.filter((name) => !onlyByName.includes(name)) : wanted;

async function runOne(name: string): Promise<Measurement[]> {
  const child = spawn(process.execPath, ['--expose-gc', new URL('one.ts', here).pathname, name], {
    stdio: ['ignore', 'inherit', 'inherit', 'pipe'],
  });
  const response = child.stdio[3];
  if (!response || !('read' in response)) throw new Error('No pipe to the measure.');
  const output = await text(response);
  if (output === '') throw new Error(`The measure "${name}" gave no figures.`);
  return JSON.parse(output);
}

const measurements: Measurement[] = [];
let failed = false;
for (const name of names) {
  console.log(`measuring ${name} …`);
  try {
    measurements.push(...(await runOne(name)));
  } catch (error) {
    failed = true;
    console.error(error instanceof Error ? error.message : error);
  }
}

const show = (value: number | null, unit = '') => (value === null ? '–' : `${value}${unit && ` ${unit}`}`);
const rows = measurements.map(({ name, value, baseline, ratio, goal, met, unit }) => [
  name,
  show(value, unit),
  show(baseline, unit),
  show(ratio),
  `≤ ${goal}${ratio === null ? ` ${unit}` : ''}`,
  met ? 'yes' : 'NO',
]);
const table = [['measured', 'value', 'baseline', 'ratio', 'goal', 'met'], ...rows];
const widths = table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? [];
for (const row of table) console.log(row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '));

if (wanted.length === 0) {
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${platform()} ${arch()}, Node ${process.version}`;
  const content = { machine, at: new Date().toISOString(), measurements };
  writeFileSync(new URL('../../bench.json', here), `${JSON.stringify(content, undefined, 2)}\n`);
  console.log('Written to bench.json.');
}
process.exit(failed ? 1 : 0);
