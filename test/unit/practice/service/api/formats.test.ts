import { describe, expect, it } from 'vitest';
import { chooseFormat, type Format, formatOf, formats } from '../../../../../app/practice/service/api/formats.ts';

const data = { value: [{ city: 'Oslo', amount: 3 }], rows: [{ city: 'Oslo', amount: 3 }] };
const names = { root: 'sales', entry: 'row' };

describe('the format of the practice data', () => {
  it('is that of the extension, whatever Accept names', () => {
    expect(chooseFormat('csv', 'application/xml')).toBe('csv');
    expect(chooseFormat(undefined, 'text/html, application/xml;q=0.9')).toBe('xml');
    expect(chooseFormat(undefined, '*/*')).toBe('json');
  });

  it('is none for an extension that only looks like one', () => {
    expect(formatOf('txt')).toBeUndefined();
    expect(formatOf('constructor')).toBeUndefined();
  });

  it.each<[Format, string]>([
    ['json', '[{"city":"Oslo","amount":3}]'],
    ['xml', '<row><city>Oslo</city><amount>3</amount></row>'],
    ['csv', 'city,amount\r\nOslo,3\r\n'],
  ])('%s is written as itself', (format, text) => {
    expect(formats[format].write(data, names)).toContain(text);
    expect(formats[format].accepted.every((type) => chooseFormat(undefined, type) === format)).toBe(true);
  });
});
