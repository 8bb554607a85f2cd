import { afterEach, expect, it } from 'vitest';
import { copyName } from '../../../app/settings/items.ts';
import { loadLanguage } from '../../../app/shared/messages/load.ts';

afterEach(() => loadLanguage('en'));

const copied = (name: string, ...taken: string[]) =>
  copyName(
    name,
    [name, ...taken].map((each) => ({ name: each })),
  );

it('names a copy after the original, and numbers further ones', () => {
  expect(copied('Sales')).toBe('Sales copy');
  expect(copied('Sales', 'Sales copy')).toBe('Sales copy 2');
  expect(copied('Sales copy')).toBe('Sales copy 2');
  expect(copied('Sales copy 2', 'Sales copy')).toBe('Sales copy 3');
  expect(copied('Copy 2')).toBe('Copy 2 copy');
});

it('names a copy in the language of the app', async () => {
  await loadLanguage('de');
  expect(copied('Umsatz')).toBe('Umsatz – Kopie');
  expect(copied('Umsatz – Kopie')).toBe('Umsatz – Kopie (2)');
  expect(copied('Umsatz – Kopie (2)', 'Umsatz – Kopie')).toBe('Umsatz – Kopie (3)');
  expect(copied('Umsatz (2)')).toBe('Umsatz (2) – Kopie');
});
