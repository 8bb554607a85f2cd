import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../../../app/resources/preview/formats/charset.ts';
import type { BodyOptions } from '../../../../../app/resources/preview/messages.ts';
import { formatEnglish } from '../../../../../app/shared/messages/format.ts';
import { encodings } from '../../../../../app/shared/resource/encodings.ts';
import { says } from '../../../../servers/english.ts';
import { parsed, previewId, receive, tableOf } from '../read-body.ts';

const rooms = '<rooms><room><name>Küche</name></room><room><name>Büro</name></room></rooms>\n';
const declared = (name: string) => `<?xml version="1.0" encoding="${name}"?>\n${rooms}`;
const rowsOf = (bytes: Uint8Array, options: Partial<BodyOptions>) => tableOf(bytes, options).rows.flat();
const notesOf = (bytes: Uint8Array, options: Partial<BodyOptions>) => parsed(receive(bytes, options).summary).notes;
const latin1 = (text: string) => Buffer.from(text, 'latin1');

describe('the encoding of a body', () => {
  it('is that of the XML declaration, where nothing else says it', () => {
    const bytes = latin1(declared('ISO-8859-1'));
    expect(rowsOf(bytes, { format: 'xml' })).toEqual(['Küche', 'Büro']);
    expect(notesOf(bytes, { format: 'xml' })).toEqual([]);
    expect(rowsOf(latin1(declared('windows-1252').replaceAll('"', "'")), { format: 'xml' })).toEqual(['Küche', 'Büro']);
  });

  it('is that of the Content-Type before that of the XML declaration', () => {
    const options = { format: 'xml', contentType: 'application/xml; charset=utf-8' } as const;
    expect(rowsOf(Buffer.from(declared('ISO-8859-1')), options)).toEqual(['Küche', 'Büro']);
  });

  it('is that of the byte order mark before any other word (RFC 7303 §3.2)', () => {
    const options = { format: 'xml', contentType: 'text/xml; charset=ISO-8859-1' } as const;
    expect(rowsOf(Buffer.from(`\ufeff${declared('ISO-8859-1')}`), options)).toEqual(['Küche', 'Büro']);
    const utf16 = Buffer.from(`\ufeff${declared('UTF-16')}`, 'utf16le');
    expect(rowsOf(utf16, options)).toEqual(['Küche', 'Büro']);
  });

  it('is UTF-16 where the zero bytes show it', () => {
    expect(rowsOf(Buffer.from('[{"a":"é€"}]', 'utf16le'), {})).toEqual(['é€']);
    expect(rowsOf(Buffer.from(declared('UTF-16'), 'utf16le').swap16(), { format: 'xml' })).toEqual(['Küche', 'Büro']);
  });

  it('is Windows-1252, with a note, where the bytes are no UTF-8', () => {
    const bytes = latin1('Station;Valeur\nForbach - centre;1,5\nMulhouse été;2,5\n');
    expect(tableOf(bytes, { format: 'csv' }).rows[1]).toEqual(['Mulhouse été', '2,5']);
    expect(notesOf(bytes, { format: 'csv' })).toEqual([says('read as Windows-1252')]);
    const claimed = { format: 'csv', contentType: 'text/csv; charset=utf-8' } as const;
    expect(tableOf(bytes, claimed).rows[1]).toEqual(['Mulhouse été', '2,5']);
    const euro = Buffer.concat([Buffer.from('[{"price":"5 '), Buffer.from([0x80]), Buffer.from('"}]')]);
    expect(rowsOf(euro, {})).toEqual(['5 €']);
    expect(notesOf(euro, {})).toHaveLength(1);
    expect(rowsOf(latin1(rooms), { format: 'xml' })).toEqual(['Küche', 'Büro']);
  });

  it('stays UTF-8, with a note, where a few bytes of much are broken', () => {
    const bytes = Buffer.concat([
      Buffer.from('city\nKöln\nMünchen\nGöteborg\n'),
      Buffer.from([0x4d, 0xc3, 0x0a]),
      Buffer.from('Łódź\n'),
    ]);
    expect(rowsOf(bytes, { format: 'csv' })).toEqual(['Köln', 'München', 'Göteborg', 'M�', 'Łódź']);
    expect(notesOf(bytes, { format: 'csv' })).toEqual([says('not UTF-8')]);
  });

  it('is told where the response names one that nobody knows', () => {
    expect(
      notesOf(Buffer.from('[{"a":"é"}]'), { contentType: 'application/json; charset=klingon' }).map(formatEnglish),
    ).toEqual(['The response names an encoding that Tokenboard does not know (klingon), so it is read as UTF-8.']);
  });

  it('of an error is found in the same way: its words are readable', () => {
    expect(decodeText(latin1('Accès refusé'), 'text/plain')).toBe('Accès refusé');
    expect(decodeText(Buffer.from('Accès refusé'), 'text/plain')).toBe('Accès refusé');
    expect(decodeText(latin1('Zugriff für Sie'), 'text/html; charset=ISO-8859-1')).toBe('Zugriff für Sie');
    expect(decodeText(Buffer.from('\ufeff{"error":"é"}', 'utf16le'), '')).toBe('{"error":"é"}');
  });

  it('is the one that the user chose, whatever the response says', () => {
    const cyrillic = Buffer.from([0xcc, 0xee, 0xf1, 0xea, 0xe2, 0xe0]);
    const bytes = Buffer.concat([Buffer.from('city\n'), cyrillic, Buffer.from('\n')]);
    const options = { format: 'csv', contentType: 'text/csv; charset=iso-8859-1' } as const;
    expect(rowsOf(bytes, options)).toEqual(['Ìîñêâà']);
    expect(rowsOf(bytes, { ...options, encoding: 'windows-1251' })).toEqual(['Москва']);
    expect(notesOf(bytes, { ...options, encoding: 'windows-1251' })).toEqual([]);
  });

  it('can be each of those that can be chosen, here too', () => {
    for (const encoding of encodings) {
      const text = '[{"a":1}]';
      const bytes =
        encoding === 'utf-16be'
          ? Buffer.from(text, 'utf16le').swap16()
          : Buffer.from(text, encoding === 'utf-16le' ? 'utf16le' : 'utf8');
      expect(rowsOf(bytes, { encoding })).toEqual(['1']);
    }
  });

  it('never changes the bytes that are saved or a body of UTF-8, in any pieces', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1 }),
        fc.array(fc.nat(5000), { maxLength: 8 }),
        (texts, cuts) => {
          const text = JSON.stringify(texts);
          const { body, summary } = receive(text, {}, cuts);
          expect(parsed(summary).notes).toEqual([]);
          expect(body.value({ previewId, pointer: '' }).text).toBe(text);
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('a guard before JSON', () => {
  it.each([
    [`)]}',\n`],
    [`)]}'\n`],
    [')]}\n'],
    [`)]}',`],
    ['for(;;);'],
    ['while(1);'],
    ['while (true) ;\n'],
    ['{}&&'],
    [")]}'"],
    ['throw 1; <dont be evil>\n'],
    ['&&&START&&&'],
  ])('is skipped: %j', (guard) => {
    const text = `${guard}[{"id":1},{"id":2}]\n`;
    for (const cut of [0, 1, 2, 5, 9]) {
      const { body, summary } = receive(text, { contentType: 'application/json' }, [cut]);
      expect(parsed(summary)).toMatchObject({ rowCount: 2, columns: [{ label: 'id' }] });
      expect(body.value({ previewId, pointer: '/1/id' }).text).toBe('2');
      const { lines, total } = body.text({ previewId, startLine: 0, count: 9 });
      expect(total).toBe(text.trimEnd().split('\n').length);
      expect(lines[0]).toBe(text.split('\n')[0]);
    }
  });

  it('leaves the place of a fault where it is in the text', () => {
    expect(receive(`)]}',\n[1,\n2 3]`).summary).toMatchObject({ status: 'unparsed', line: 3, column: 3 });
  });
});
