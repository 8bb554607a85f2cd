import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { PlatformKind } from '../../e2e/platforms-here.ts';
import { amountOf, type Measurement } from '../measurement.ts';

const dist = new URL('../../../dist/', import.meta.url);
const staticImports = /(?:^|[;}\s])(?:import|export)\s*(?:[\w*{}\s,$]+from\s*)?["'](\.[^"']+)["']/g;

/** The files, and what they import at once (not what they import later). */
function withImports(first: readonly URL[]): Set<string> {
  const files = new Set<string>();
  const add = (file: URL): void => {
    if (files.has(file.href)) return;
    files.add(file.href);
    if (!file.pathname.endsWith('.js')) return;
    for (const [, path] of readFileSync(file, 'utf8').matchAll(staticImports)) if (path) add(new URL(path, file));
  };
  for (const file of first) add(file);
  return files;
}

/** What the window's page brings by itself: scripts and styles. */
function filesOfPage(): Set<string> {
  const page = new URL('renderer/index.html', dist);
  const named = readFileSync(page, 'utf8').matchAll(/(?:src|href)="(\.\/[^"]+\.(?:js|css))"/g);
  return withImports([page, ...[...named].flatMap(([, path]) => (path ? [new URL(path, page)] : []))]);
}

function kibibytes(files: Iterable<string>, sizeOf: (content: Buffer) => number): number {
  let bytes = 0;
  for (const file of files) bytes += sizeOf(readFileSync(new URL(file)));
  return bytes / 1024;
}

const entries: Record<PlatformKind, string> = { electron: 'main.js', browser: 'browser.js' };

export async function measure(): Promise<Measurement[]> {
  const page = filesOfPage();
  if (page.size < 3) throw new Error('dist/renderer is not built.');
  return [
    amountOf({
      name: 'renderer bundle, gzipped, before a preview is opened',
      unit: 'KiB',
      value: kibibytes(page, (content) => gzipSync(content, { level: 9 }).length),
      goal: 350,
      how: `${page.size} files: page, styles, scripts and what they import at once; without fonts`,
    }),
    ...Object.entries(entries).map(([platform, entry]) => {
      const files = withImports([new URL(`app/${entry}`, dist)]);
      return amountOf({
        name: `code that the app loads before its window (${platform})`,
        unit: 'KiB',
        value: kibibytes(files, (content) => content.length),
        goal: 100,
        how: `${files.size} files: the entry and what it imports at once, not packed; without Electron and Playwright`,
      });
    }),
  ];
}
