import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { iconsOf } from '../../../scripts/lib/service-icons.mjs';

const presets = join(import.meta.dirname, '../../../presets');

it('finds the icon that each preset names', () => {
  const named = readdirSync(presets)
    .filter((file) => file.endsWith('.json'))
    .flatMap((file) => {
      const { icon } = JSON.parse(readFileSync(join(presets, file), 'utf8'));
      return icon === undefined ? [] : [icon as string];
    });
  const icons: Record<string, string> = iconsOf(named);
  expect(Object.keys(icons)).toEqual([...new Set(named)].sort());
  for (const path of Object.values(icons)) expect(path).toMatch(/^M[\d\s.,a-z-]+$/i);
});

it('refuses an icon that does not exist, and one whose licence restricts it', () => {
  expect(() => iconsOf(['github', 'no-such-service'])).toThrow('simple-icons has no icon no-such-service.');
  expect(() => iconsOf(['keycloak'])).toThrow('The licence of the icon keycloak restricts it: custom.');
});
