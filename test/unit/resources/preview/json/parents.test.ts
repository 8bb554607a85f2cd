import { expect, it } from 'vitest';
import { JsonDocument } from '../../../../../app/resources/preview/json/document.ts';
import { rowsAt } from '../../../../../app/resources/preview/json/find-rows.ts';
import { parentValue } from '../../../../../app/resources/preview/json/parents.ts';
import { JsonScanner } from '../../../../../app/resources/preview/json/scanner.ts';
import { xmlDocument } from '../../../../../app/resources/preview/json/summary.ts';
import { readValue } from '../../../../../app/resources/preview/json/value.ts';
import { LineIndex } from '../../../../../app/resources/preview/lines.ts';

function documentOf(source: string): JsonDocument {
  const bytes = Buffer.from(source);
  const scanner = new JsonScanner(new LineIndex(), 0);
  scanner.end(bytes, bytes.length);
  return new JsonDocument(bytes, scanner.structure);
}

/** The values of a parent column, as source. */
function valuesAt(document: JsonDocument, dataPath: string, column: string): (string | undefined)[] | undefined {
  const rows = rowsAt(document, dataPath);
  const read = rows && parentValue(document, rows, column);
  return (
    read &&
    [...(rows?.offsets.keys() ?? [])].map((row) => {
      const at = read(row);
      return at === -1 ? undefined : readValue(document.bytes, at).text;
    })
  );
}

const order = '{"page":1,"orders":{"A":{"id":7,"lines":[{"n":1},{"n":2}],"to":{"city":"Ulm"}}}}';

it('reads the values above the rows of a list, nearest first', () => {
  const document = documentOf(order);
  const at = (column: string) => valuesAt(document, '/orders/A/lines', column);
  expect(at('2/id')).toEqual(['7', '7']);
  expect(at('2/to/city')).toEqual(['Ulm', 'Ulm']);
  expect(at('2#')).toEqual(['A', 'A']);
  expect(at('1#')).toEqual(['lines', 'lines']);
  expect(at('4/page')).toEqual(['1', '1']);
  expect(at('5/page')).toEqual([undefined, undefined]);
  expect(at('2/none')).toEqual([undefined, undefined]);
  for (const own of ['/n', '', '0#', '0/n', '02/id']) expect(at(own)).toBeUndefined();
});

it('reads them above keyed rows and a single row', () => {
  const document = documentOf(order);
  expect(valuesAt(document, '/orders', '2/page')).toEqual(['1']);
  expect(valuesAt(document, './orders/A/to', '1/id')).toEqual(['7']);
  expect(rowsAt(document, '/orders')?.places.pointer(0)).toBe('/orders/A');
  expect(rowsAt(document, '.')?.places.depth).toBe(0);
});

it('reads them at the same levels for one XML element and for many', () => {
  const one = xmlDocument(Buffer.from('{"plant":{"name":"S","rooms":{"room":{"n":1}}}}'));
  const two = xmlDocument(Buffer.from('{"plant":{"name":"S","rooms":{"room":[{"n":1},{"n":2}]}}}'));
  expect(valuesAt(one, '/plant/rooms/room', '3/name')).toEqual(['S']);
  expect(valuesAt(two, '/plant/rooms/room', '3/name')).toEqual(['S', 'S']);
  expect(valuesAt(one, '/plant/rooms/room', '1/n')).toEqual([undefined]);
  expect(rowsAt(one, '/plant/rooms/room')?.places.pointer(0)).toBe('/plant/rooms/room/0');
});
