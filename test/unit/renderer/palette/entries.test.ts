import { describe, expect, it } from 'vitest';
import { helpEntries, type PaletteEntry, search } from '../../../../renderer/palette/entries.ts';

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

  it('finds a page of the guide by its title and its keywords, once something is typed', () => {
    const opened: string[] = [];
    const pages = helpEntries(
      [
        { page: 'in-the-way', title: 'When something is in the way', keywords: ['redirect', 'callback URL'] },
        { page: 'company-network', title: 'In a company network', keywords: ['proxy', 'certificate'] },
      ],
      (page) => opened.push(page),
    );
    const found = (typed: string) => search([entry('Sales'), ...pages], typed).map((each) => each.label);
    expect(found('')).toEqual(['Sales']);
    expect(found('callback')).toEqual(['When something is in the way']);
    expect(found('CERTIF')).toEqual(['In a company network']);
    expect(found('company network')).toEqual(['In a company network']);
    search(pages, 'proxy')[0]?.run();
    expect(opened).toEqual(['company-network']);
  });
});
