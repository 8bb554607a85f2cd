import { describe, expect, it } from 'vitest';
import { previewId, receive } from '../read-body.ts';

const body = (text: string) => receive(text, { format: 'xml' }).body;

describe('the tree of XML', () => {
  const plant = body(
    '<plant><room id="7"><name lang="de">Halle</name><area>12</area></room>' +
      '<room id="8" text="x"><name>Lager</name><id>n</id>mixed</room></plant>',
  );
  const nodesAt = (pointer: string) => plant.tree({ previewId, pointer, start: 0, count: 100 }).nodes;
  const shown = (pointer: string) =>
    Object.fromEntries(nodesAt(pointer).map(({ pointer: at, key, cell }) => [key, [at, cell.text]]));

  it('has names without marks, as the table, and paths that tell attributes and elements apart', () => {
    expect(nodesAt('/plant/room')[0]?.cell.text).not.toMatch(/[@#]/);
    expect(shown('/plant/room/0')).toEqual({
      id: ['/plant/room/0/@id', '7'],
      name: ['/plant/room/0/name', expect.not.stringMatching(/[@#]/)],
      area: ['/plant/room/0/area', '12'],
    });
    // One of these names is an element's.
    expect(shown('/plant/room/1')).toEqual({
      'id (attribute)': ['/plant/room/1/@id', '8'],
      id: ['/plant/room/1/id', 'n'],
      name: ['/plant/room/1/name/#text', 'Lager'],
      text: ['/plant/room/1/@text', 'x'],
      'text (text)': ['/plant/room/1/#text', 'mixed'],
    });
  });

  it('shows an element with nothing but text as its text, whose path leads to it', () => {
    const name = nodesAt('/plant/room/1').find(({ key }) => key === 'name');
    expect(name?.cell).toMatchObject({ kind: 'string', text: 'Lager' });
    expect(plant.value({ previewId, pointer: name?.pointer ?? '' }).text).toBe('Lager');
  });

  it('is searched by what it shows', () => {
    /** The names from the root to each match. */
    const find = (query: string) =>
      plant.findNodes({ previewId, query, matchCase: false, from: 0 }).matches.map(({ path }) => {
        let pointer = '';
        return path.map((index) => {
          const node = nodesAt(pointer)[index];
          pointer = node?.pointer ?? 'nowhere';
          return node?.key;
        });
      });
    expect(find('Lager')).toEqual([['plant', 'room', '1', 'name']]);
    expect(find('Halle')).toEqual([['plant', 'room', '0', 'name', 'text']]);
    expect(find('lang')).toEqual([['plant', 'room', '0', 'name', 'lang']]);
    expect(find('mixed')).toEqual([['plant', 'room', '1', 'text (text)']]);
    expect(find('@')).toEqual([]);
    expect(find('#text')).toEqual([]);
  });
});

it('the tree of JSON has the keys as they are, marks of XML too', () => {
  const { nodes } = receive('{"@id": 1, "#text": "a"}').body.tree({ previewId, pointer: '', start: 0, count: 9 });
  expect(nodes.map(({ key }) => key)).toEqual(['@id', '#text']);
});
