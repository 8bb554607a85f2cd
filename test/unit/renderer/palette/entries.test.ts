import { describe, expect, it } from 'vitest';
import { type PaletteEntry, search } from '../../../../renderer/palette/entries.ts';

const entry = (label: string, hint = ''): PaletteEntry => ({
  id: label,
  group: 'resources',
  label,
  hint,
  run: () => undefined,
});

describe('the palette', () => {
  it('shows names that begin with what was typed before names that hold it', () => {
    const found = search(
      [entry('Daily sales'), entry('Sales by day'), entry('Stock', 'https://sales.example')],
      'sales',
    );
    expect(found.map((each) => each.label)).toEqual(['Sales by day', 'Daily sales', 'Stock']);
  });

  it('stays short among ten thousand', () => {
    const entries = Array.from({ length: 10_000 }, (_none, index) => entry(`Report ${index}`));
    expect(search(entries, 'report').length).toBeLessThanOrEqual(40);
    expect(search(entries, 'report 9999').map((each) => each.label)).toEqual(['Report 9999']);
  });
});
