import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const read = (name: string) => readFileSync(`${root}/${name}`, 'utf8');
const lines = read('Dockerfile').split('\n');
const last = (word: string) => lines.findLast((line) => line.startsWith(`${word} `))?.slice(word.length + 1) ?? '';

it('the image has what the build reads, and no data of a user', () => {
  const kept = read('.dockerignore')
    .split('\n')
    .filter((line) => line.startsWith('!'))
    .map((line) => line.slice(1));
  for (const path of kept) expect([path, existsSync(`${root}/${path}`)]).toEqual([path, true]);
  const inputs = /const inputs = \[([^\]]*)\]/.exec(read('scripts/build.mjs'))?.[1] ?? '';
  for (const [, input = ''] of inputs.matchAll(/'([^']+)'/g))
    expect([input, kept.some((path) => input === path || input.startsWith(`${path}/`))]).toEqual([input, true]);
});

it('the image runs the server as a user without rights, and asks its health', () => {
  expect(last('USER')).toBe('node');
  expect(last('ENTRYPOINT')).toBe('["node", "dist/app/serve.js"]');
  expect(read('scripts/build.mjs')).toContain("serve: 'app/serve.ts'");
  expect(last('HEALTHCHECK')).toContain('/health');
  expect(last('VOLUME')).toBe('/data');
  expect(last('ENV')).toContain('TOKENBOARD_DATA=/data');
  expect(read('Dockerfile')).not.toMatch(/TOKENBOARD_KEY=/);
});

it('the image has the Node and the port of the app', () => {
  const { devDependencies } = JSON.parse(read('package.json'));
  expect(last('FROM')).toBe(`node:${devDependencies.node.split('.')[0]}-slim`);
  expect(read('app/shared/feed/feed.ts')).toContain(`port: ${last('EXPOSE')},`);
});
