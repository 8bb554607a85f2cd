// Writes test/README.md: which tests hold which row of docs/bar.md, by the row numbers at the end of their names.
// A unit test checks that the committed file equals this script's output.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The platforms that a test runs on: rows about windows need both. `none`: the test has no window. */
export type TestedPlatforms = 'both' | 'electron' | 'browser' | 'none';

export interface BarTest {
  row: number;
  /** Below test/, with slashes. */
  file: string;
  name: string;
  platforms: TestedPlatforms;
}

export interface BarRow {
  row: number;
  section: string;
  text: string;
}

const root = new URL('..', import.meta.url);
const literal = /\(\s*(?:'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`)\s*,/g;
const rowsAtEnd = /((?:\s*\[\d+\])+):?$/;

/** The tests of one file whose names end with row numbers: `'keeps the refresh token [29]'`. */
export function barTestsOf(file: string, source: string): BarTest[] {
  return Array.from(source.matchAll(literal)).flatMap((match) => {
    const text = (match[1] ?? match[2] ?? match[3] ?? '').replace(/\\(.)/g, '$1');
    const rows = rowsAtEnd.exec(text)?.[1];
    if (rows === undefined) return [];
    const name = text.replace(rowsAtEnd, '').trim();
    if (name === '') return [];
    const platforms = platformsAt(source.slice(0, match.index));
    return Array.from(rows.matchAll(/\d+/g), ([row]) => ({ row: Number(row), file, name, platforms }));
  });
}

/** The platform of a test, from its enclosing suites (less indented by the formatter) and from its own `runIf`. */
function platformsAt(before: string): TestedPlatforms {
  let indentation = Number.POSITIVE_INFINITY;
  let outermost = '';
  for (const start of [...before.matchAll(/^( *)(?:it|describe)\b/gm)].reverse()) {
    const [, spaces = ''] = start;
    if (spaces.length >= indentation) continue;
    indentation = spaces.length;
    outermost = before.slice(start.index).split('=> {')[0] ?? '';
    const only = /\.runIf\(\w+ === '(electron|browser)'\)/.exec(outermost)?.[1];
    if (only === 'electron' || only === 'browser') return only;
  }
  if (/platformsHere\(\)\)\(/.test(outermost)) return 'both';
  if (/'electron'|\[electron\]/.test(outermost)) return 'electron';
  return outermost.includes("'browser'") ? 'browser' : 'none';
}

/** The numbered lines of docs/bar.md. */
export function barRows(bar: string): BarRow[] {
  let section = '';
  return bar.split('\n').flatMap((line) => {
    section = /^## (.+)$/.exec(line)?.[1] ?? section;
    const [, row, text] = /^(\d+)\. (.+)$/.exec(line) ?? [];
    return row === undefined || text === undefined ? [] : [{ row: Number(row), section, text }];
  });
}

const where: Record<TestedPlatforms, string> = {
  both: 'both platforms',
  electron: 'Electron',
  browser: 'browser platform',
  none: '',
};
const cell = (text: string): string => text.replaceAll('\n', ' ').replaceAll('|', '\\|');

export function barTable(rows: readonly BarRow[], tests: readonly BarTest[]): string {
  const sections = [...new Set(rows.map(({ section }) => section))];
  const lines = sections.flatMap((section) => [
    `## ${section}`,
    '',
    '| Row | Test | File | Window |',
    '| --- | --- | --- | --- |',
    ...rows.filter((row) => row.section === section).flatMap((row) => linesOf(row, tests)),
    '',
  ]);
  return [...intro, ...lines].join('\n').trimEnd().concat('\n');
}

function linesOf({ row, text }: BarRow, tests: readonly BarTest[]): string[] {
  const own = tests.filter((test) => test.row === row);
  return [
    `| **${row}** | **${cell(text)}** | | |`,
    ...own.map(({ name, file, platforms }) => `| | ${cell(name)} | [${file}](${file}) | ${where[platforms]} |`),
  ];
}

const intro = [
  '# Which test holds which row',
  '',
  'Every row of [the bar](../docs/bar.md) is held by tests whose names end with its number. This file is made of those',
  'names by `node scripts/bar-table.ts`; a test fails when it is not up to date, and when a row about windows (1 to 9,',
  '23, 24, 47, 49, 50 and 59) lacks a test on one of the two platforms.',
  '',
  '- `unit/`: mirrors `app/`, `renderer/` and `scripts/`; no process, no network.',
  '- `integration/`: starts servers on loopback, platforms (Electron, Chromium) and processes; `core/` is the app without windows.',
  '- `e2e/`: the built app in each platform that the machine has, as a person uses it.',
  '- `readers/`: programs of others that read feeds; only `npm test -- readers` installs and runs them.',
  '- `servers/`: what the tests talk to. `bench/`: measures, not tests.',
  '',
];

export function readBarTests(): BarTest[] {
  const folder = fileURLToPath(new URL('test', root));
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    // The test of this table contains made-up test names.
    .filter((name) => /\.test\.tsx?$/.test(name) && name !== 'unit/scripts/bar-table.test.ts')
    .sort();
  return files.flatMap((file) => barTestsOf(file, readFileSync(join(folder, file), 'utf8')));
}

export const readBarRows = (): BarRow[] => barRows(readFileSync(new URL('docs/bar.md', root), 'utf8'));
export const barTableFile = new URL('test/README.md', root);

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(barTableFile, barTable(readBarRows(), readBarTests()));
