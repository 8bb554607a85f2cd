import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkPath } from '../../../../../../app/resources/preview/json/path/check-path.ts';
import { parsePath } from '../../../../../../app/resources/preview/json/path/parse-path.ts';
import { nameSegment } from '../../../../../../app/resources/preview/json/path/path-text.ts';
import { suggestPaths } from '../../../../../../app/resources/preview/json/path/suggest-paths.ts';
import { formatEnglish } from '../../../../../../app/shared/messages/format.ts';
import { documentOf } from './path-document.ts';

const shop = documentOf(
  JSON.stringify({
    total: 2,
    orders: [
      { id: 1, to: { stops: [{ city: 'Ulm' }] }, lines: [{ n: 1, 'gift cards': [{ code: 'x' }] }, { n: 2 }] },
      { id: 2, lines: [{ n: 3 }], tags: ['a', 'b'] },
    ],
    stations: { 'ST-1': { t: 20, alarms: [{ c: 1 }] }, 'ST-2': { t: 21, alarms: [] } },
  }),
);

it('suggests lists, keyed objects, the children of their rows and single rows, each with its rows', () => {
  expect(suggestPaths(shop)).toEqual([
    { path: '/orders', kind: 'list', rowCount: 2 },
    { path: '/stations', kind: 'keyed', rowCount: 2 },
    { path: '$.orders[*].to.stops[*]', kind: 'unnested', rowCount: 1 },
    { path: '$.orders[*].lines[*]', kind: 'unnested', rowCount: 3 },
    { path: "$.orders[*].lines[*]['gift cards'][*]", kind: 'unnested', rowCount: 1 },
    { path: '$.orders[*].tags[*]', kind: 'unnested', rowCount: 2 },
    { path: '$.stations[*].alarms[*]', kind: 'unnested', rowCount: 1 },
    { path: '.', kind: 'object', rowCount: 1 },
  ]);
  for (const { path, rowCount } of suggestPaths(shop))
    expect(checkPath(shop, path)).toEqual({ status: 'rows', rowCount });
});

it('suggests keyed objects inside the rows of a list', () => {
  const rooms = documentOf(
    '[{"seats":{"A1":{"free":true},"A2":{"free":false}}},{"seats":{"B1":{"free":true},"B2":{"free":true}}}]',
  );
  expect(suggestPaths(rooms)).toContainEqual({ path: '$[*].seats[*]', kind: 'unnested', rowCount: 4 });
});

it('suggests children of XML elements, without attributes', () => {
  const plant = documentOf('{"p":{"room":[{"@id":"1","bed":{"#text":"x","@n":1}},{"bed":[{"@n":2},{"@n":3}]}]}}', {
    isXml: true,
  });
  expect(suggestPaths(plant).map(({ path, rowCount }) => [path, rowCount])).toContainEqual(['$.p.room[*].bed[*]', 3]);
});

it.each([
  ['orders', 'A path starts with “/” (JSON Pointer) or “$” (JSONPath).', 1],
  ['/a~b', 'write “~0” for “~” and “~1” for “/” (character 3)', 3],
  ['/none', 'nothing at this path', undefined],
  ['/total', 'not a list or object', undefined],
  ['$.orders[', 'A bracket is not closed', 10],
])('says what is wrong with %s', (path, text, at) => {
  const checked = checkPath(shop, path);
  if (checked.status !== 'fault') throw new Error('no fault');
  expect(formatEnglish(checked.message)).toContain(text);
  expect(checked.at).toBe(at);
});

it('writes every name so that it is read again', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.string({ unit: 'grapheme' })), (name) => {
      const { steps } = parsePath(`$${nameSegment(name)}`);
      expect(steps).toEqual([{ isDescendant: false, selectors: [{ kind: 'name', name }] }]);
    }),
  );
});
