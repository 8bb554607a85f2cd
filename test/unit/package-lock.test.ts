import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

it('holds an integrity for every package, so that npm ci installs nothing else [58]', () => {
  const file = join(import.meta.dirname, '../../package-lock.json');
  const { packages } = JSON.parse(readFileSync(file, 'utf8')) as { packages: Record<string, { integrity?: string }> }; // npm's own format
  const without = Object.entries(packages).filter(
    ([path, { integrity }]) => path !== '' && !/^sha512-[\w+/]{86}==$/.test(integrity ?? ''),
  );
  expect(Object.keys(packages).length).toBeGreaterThan(500);
  expect(without.map(([path]) => path)).toEqual([]);
});
