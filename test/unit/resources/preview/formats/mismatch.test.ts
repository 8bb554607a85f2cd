import { describe, expect, it } from 'vitest';
import { formats } from '../../../../../app/resources/preview/formats/formats.ts';
import { findMismatch as findMismatchMessage } from '../../../../../app/resources/preview/formats/mismatch.ts';
import { formatEnglish } from '../../../../../app/shared/messages/format.ts';
import { formatFacts } from '../../../../../app/shared/resource/formats.ts';
import { type DataFormat, dataFormats } from '../../../../../app/shared/resource/resource.ts';

const findMismatch = (...asked: Parameters<typeof findMismatchMessage>) => {
  const found = findMismatchMessage(...asked);
  return found && formatEnglish(found);
};

/** As services send it: a format without one does not compile. */
const samples: Record<DataFormat, { contentType: string; start: string }> = {
  json: { contentType: 'application/json', start: '[{"a":1}]' },
  xml: { contentType: 'application/xml', start: '<rows><row a="1"/></rows>' },
  csv: { contentType: 'text/csv', start: 'a,b\n1,2\n' },
};
const pairs = dataFormats.flatMap((asked) => dataFormats.flatMap((sent) => (asked === sent ? [] : [{ asked, sent }])));

describe('a body in a format', () => {
  it.each(dataFormats)('that was asked for, %s, is none of the others', (format) => {
    const { contentType, start } = samples[format];
    expect(formats[format].look(start, contentType)).toBeDefined();
    expect(findMismatch(format, contentType, start)).toBeUndefined();
  });

  it.each(pairs)('is named where $asked was asked for and $sent came', ({ asked, sent }) => {
    const { contentType, start } = samples[sent];
    expect(findMismatch(asked, contentType, ` \n${start}`)).toBe(
      `The service sent ${formatFacts[sent].name}, not ${formatFacts[asked].name}. Choose ${formatFacts[sent].name} as the format of the resource.`,
    );
  });

  it.each(dataFormats)('is a web page where %s was asked for and one came', (asked) => {
    expect(findMismatch(asked, 'text/html', '<!doctype html><p>Log in</p>')).toContain('a web page (HTML)');
    expect(findMismatch(asked, 'text/html', '<p>Log in</p>')).toContain('a web page (HTML)');
  });
});

it('takes a CSV that starts with a name in angle brackets for a CSV', () => {
  expect(findMismatch('csv', 'text/html', '<PER>;b\n1;2\n')).toBeUndefined();
  expect(findMismatch('csv', 'application/xml', '<PER>,b\n1,2\n')).toBeUndefined();
  expect(findMismatch('csv', '', '<row>1</row>')).toContain('XML');
});

it('calls plain text by its name only where JSON was asked for', () => {
  expect(findMismatch('json', 'text/plain', 'hello')).toBe('The service sent plain text, not JSON.');
  expect(findMismatch('json', 'text/plain', '-1')).toBeUndefined();
  expect(findMismatch('csv', 'text/plain', 'hello')).toBeUndefined();
});
