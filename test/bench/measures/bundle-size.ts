import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { amountOf, type Measurement } from '../measurement.ts';

const renderer = new URL('../../../dist/renderer/', import.meta.url);

/** What index.html brings by itself: scripts, styles, and what the scripts import at once (not what they import later). */
function filesAtStart(): Set<string> {
  const html = readFileSync(new URL('index.html', renderer), 'utf8');
  const files = new Set(['index.html']);
  const add = (file: string): void => {
    const url = new URL(file, renderer);
    const name = url.href.slice(renderer.href.length);
    if (files.has(name)) return;
    files.add(name);
    if (!name.endsWith('.js')) return;
    const imports = readFileSync(url, 'utf8').matchAll(
      /(?:^|[;}\s])(?:import|export)\s*(?:[\w*{}\s,$]+from\s*)?["'](\.[^"']+)["']/g,
    );
    for (const [, path] of imports) if (path) add(new URL(path, url).href);
  };
  for (const [, path] of html.matchAll(/(?:src|href)="(\.\/[^"]+\.(?:js|css))"/g)) if (path) add(path);
  return files;
}

export async function measure(): Promise<Measurement[]> {
  const files = filesAtStart();
  if (files.size < 3) throw new Error('dist/renderer is not built.');
  let bytes = 0;
  for (const file of files) bytes += gzipSync(readFileSync(new URL(file, renderer)), { level: 9 }).length;
  return [
    amountOf({
      name: 'renderer bundle, gzipped, before a preview is opened',
      unit: 'KiB',
      value: bytes / 1024,
      goal: 350,
      how: `${files.size} files: page, styles, scripts and what they import at once; without fonts`,
    }),
  ];
}
