import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BodyOptions } from '../../../../../app/resources/preview/messages.ts';
import { parsed, previewId, receive, tableOf } from '../read-body.ts';

const chosen = (text: string, options: Partial<BodyOptions> = {}) => parsed(receive(text, options).summary);
const xml = (text: string, options: Partial<BodyOptions> = {}) => tableOf(text, { format: 'xml', ...options });

describe('rows keyed by name', () => {
  it('are a table at once, the key as a column', () => {
    const text =
      '{"data":{"Local/200":{"Name":"Jane","Status":"1"},"Local/204":{"Name":"John","Status":"2"}},"name":"Service Desk"}';
    expect(tableOf(text)).toEqual({
      labels: ['key', 'Name', 'Status'],
      kinds: ['string', 'string', 'string'],
      rows: [
        ['Local/200', 'Jane', '1'],
        ['Local/204', 'John', '2'],
      ],
    });
    expect(chosen(text).dataPath).toBe('/data');
    expect(chosen(text).dataPaths).toContainEqual({ pointer: '/data', label: 'data', rowCount: 2 });
  });

  it('may be the whole body, or stand beside facts about it', () => {
    expect(tableOf('{"BTC":{"usd":1},"ETH":{"usd":2}}')).toMatchObject({ labels: ['key', 'usd'] });
    const series =
      '{"Meta Data":{"1. Information":"Daily","2. Symbol":"IBM"},"Time Series (Daily)":{"2026-01-02":{"1. open":"1"},"2026-01-01":{"1. open":"2"}}}';
    expect(chosen(series).dataPath).toBe('/Time Series (Daily)');
  });

  it('may lack some fields, and have names like those of JavaScript', () => {
    expect(
      tableOf('{"constructor":{"a":1,"b":2},"__proto__":{"a":3},"toString":{"a":4,"b":5}}').rows.map(([key]) => key),
    ).toEqual(['constructor', '__proto__', 'toString']);
  });

  it.each([
    ['parts of one record', '{"address":{"street":"x","city":"y"},"company":{"name":"z","bs":"w"}}'],
    ['links', '{"name":"x","_links":{"self":{"href":"a"},"next":{"href":"b"},"last":{"href":"c"}}}'],
    ['one member alone', '{"data":{"only":{"a":1}}}'],
    ['empty objects', '{"a":{},"b":{}}'],
    ['plain values', '{"rates":{"usd":1,"chf":2}}'],
  ])('are not %s', (_name, text) => {
    expect(chosen(text).dataPath).toBeNull();
  });

  it('do not take the place of a list', () => {
    const text = '{"orders":[{"id":1},{"id":2}],"totals":{"eur":{"sum":1},"usd":{"sum":2},"chf":{"sum":3}}}';
    expect(chosen(text).dataPath).toBe('/orders');
  });
});

describe('one element of XML', () => {
  const one = '<station><reading time="00:01" value="48.0"/></station>\n';
  const two = '<station><reading time="00:01" value="48.0"/><reading time="00:06" value="48.5"/></station>\n';

  it('is a table with the columns that two have, of one row', () => {
    expect(xml(one)).toEqual({ labels: ['time', 'value'], kinds: ['string', 'number'], rows: [['00:01', '48.0']] });
    expect(xml(two)).toEqual({
      labels: ['time', 'value'],
      kinds: ['string', 'number'],
      rows: [
        ['00:01', '48.0'],
        ['00:06', '48.5'],
      ],
    });
    for (const text of [one, two]) expect(chosen(text, { format: 'xml' }).dataPath).toBe('/station/reading');
    const { body } = receive(one, { format: 'xml' });
    expect(body.value({ previewId, pointer: '/station/reading/0/@time' }).text).toBe('00:01');
  });

  it('stays the list that the resource shows, with one row, and with none', () => {
    const rooms = (names: string[]) =>
      `<hotel><name>Adler</name><rooms>${names.map((name) => `<room><name>${name}</name></room>`).join('')}</rooms></hotel>`;
    const dataPath = '/hotel/rooms/room';
    expect(xml(rooms(['1', '2']), { dataPath }).rows).toEqual([['1'], ['2']]);
    expect(xml(rooms(['1']), { dataPath })).toMatchObject({ labels: ['name'], rows: [['1']] });
    expect(chosen(rooms([]), { format: 'xml', dataPath })).toMatchObject({ dataPath, rowCount: 0 });
    expect(chosen('<error>none</error>', { format: 'xml', dataPath }).dataPath).toBeNull();
  });

  it.each([
    [
      'a name above its plural',
      '<hotel><stars>4</stars><rooms><room><no>1</no></room></rooms></hotel>',
      '/hotel/rooms/room',
    ],
    ['a list of identifiers', '<r><Count>1</Count><IdList><Id>101</Id></IdList></r>', '/r/IdList/Id'],
    ['RSS', '<rss><channel><title>t</title><item><title>a</title></item></channel></rss>', '/rss/channel/item'],
    ['Atom', '<feed><id>1</id><author><name>n</name></author><entry><id>2</id></entry></feed>', '/feed/entry'],
    ['a row with a list in it', '<rooms><room><bed n="1"/><bed n="2"/></room></rooms>', '/rooms/room'],
    [
      'elements inside of each other',
      '<response><result><order><id>1</id><sum>2</sum></order></result></response>',
      '/response/result/order',
    ],
    ['one record', '<person><name>Ann</name><city>Bonn</city></person>', '/person'],
  ])('is found as the row: %s', (_name, text, pointer) => {
    const { dataPath, rowCount } = chosen(text, { format: 'xml' });
    expect({ dataPath, rowCount }).toEqual({ dataPath: pointer, rowCount: 1 });
  });

  it('has the columns that any number of it has', () => {
    const name = fc.constantFrom('item', 'row', 'sale', 'constructor', 'x.y');
    const fields = fc.uniqueArray(fc.constantFrom('id', 'name', 'at', 'toString'), { minLength: 1 });
    fc.assert(
      fc.property(name, fields, fields, fc.integer({ min: 2, max: 5 }), (row, attributes, elements, count) => {
        const element = `<${row} ${attributes.map((field) => `${field}="1"`).join(' ')}>${elements.map((field) => `<${field}>2</${field}>`).join('')}</${row}>`;
        const [single, many] = [1, count].map((times) => xml(`<list>${element.repeat(times)}</list>`));
        expect(single?.labels).toEqual(many?.labels);
        expect(single?.rows[0]).toEqual(many?.rows[0]);
        expect([single?.rows.length, many?.rows.length]).toEqual([1, count]);
      }),
      { numRuns: 200 },
    );
  });
});

describe('an object that is one row', () => {
  const order = '{"id":7,"customer":{"name":"Ann"},"lines":[{"sku":"a"},{"sku":"b"}]}';

  it('is offered beside its list, and has its fields as columns', () => {
    expect(chosen(order)).toMatchObject({ dataPath: '/lines', dataPaths: [{ pointer: '/lines' }, { pointer: '.' }] });
    expect(tableOf(order, { dataPath: '.' })).toEqual({
      labels: ['id', 'customer.name', 'lines'],
      kinds: ['number', 'string', 'array'],
      rows: [['7', 'Ann', '[{"sku":"a"},{"sku":"b"}]']],
    });
    expect(tableOf(`{"order":${order}}`, { dataPath: './order' }).rows[0]).toHaveLength(3);
  });

  it('is not there for a list, nor where nothing is', () => {
    expect(chosen('[{"a":1}]', { dataPath: '.' }).dataPath).toBe('');
    expect(chosen('{"a":[{"b":1}]}', { dataPath: './a' }).dataPath).toBe('/a');
    expect(chosen('{"a":[{"b":1}]}', { dataPath: './x' }).dataPath).toBe('/a');
  });
});

describe('the number of all rows', () => {
  const rows = JSON.stringify(Array.from({ length: 50 }, (_, id) => ({ id })));

  it.each([
    ['beside the list', `{"next":"/sales?page=2","total":500,"items":${rows}}`],
    ['Django REST framework', `{"count":500,"next":"https://x/?page=2","previous":null,"results":${rows}}`],
    ['in an object about the page', `{"data":${rows},"meta":{"pagination":{"page":1,"total":500}}}`],
    ['Spring', `{"_embedded":{"sales":${rows}},"page":{"size":50,"totalElements":500,"totalPages":10}}`],
    ['Elasticsearch', `{"hits":{"total":{"value":500,"relation":"eq"},"hits":${rows}}}`],
    ['OData', `{"@odata.context":"x","@odata.count":500,"value":${rows}}`],
    ['Jira', `{"startAt":0,"maxResults":50,"total":500,"issues":${rows}}`],
    ['as a text', `{"total_count":"500","items":${rows}}`],
    ['Solr', `{"response":{"numFound":500,"start":0,"docs":${rows}}}`],
  ])('is what the response says: %s', (_name, text) => {
    expect(chosen(text)).toMatchObject({ rowCount: 50, totalRows: 500 });
  });

  it.each([
    ['all rows are there', `{"total":50,"items":${rows}}`],
    ['it is less than there are', `{"total":3,"items":${rows}}`],
    ['it is money', `{"total":"1500.50","items":${rows}}`],
    ['it is inside of the rows', `[{"total":500}]`],
    ['nothing says it', `{"page":500,"limit":500,"items":${rows}}`],
  ])('is not told where %s', (_name, text) => {
    expect(chosen(text).totalRows).toBeNull();
  });

  it('is that of XML, too', () => {
    expect(chosen('<list total="12"><x a="1"/><x a="2"/></list>', { format: 'xml' }).totalRows).toBe(12);
  });
});
