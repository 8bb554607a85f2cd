import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatEnglish } from '../../../../../app/shared/messages/format.ts';
import { fillDates, fillUrlDates } from '../../../../../app/shared/resource/dates/fill.ts';
import { datesProblem, isTimeZone } from '../../../../../app/shared/resource/dates/problems.ts';
import { segmentsOf, withoutDates } from '../../../../../app/shared/resource/dates/templates.ts';

const clock = { at: Date.parse('2026-11-25T13:45:06Z'), timeZone: 'UTC' };
const problem = (text: string) => {
  const found = datesProblem(text);
  return found && formatEnglish(found);
};

describe('segmentsOf', () => {
  it('loses no byte', () => {
    const parts = fc.array(fc.constantFrom('{', '}', '{{', '}}', "'", 'today', ' ', "{{'{{'}}", '&'), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(parts, (typed) => {
        const text = typed.join('');
        expect(
          segmentsOf(text)
            .map(({ raw }) => raw)
            .join(''),
        ).toBe(text);
      }),
    );
  });

  it('leaves the braces of JSON and of names alone', () => {
    for (const text of ['{"a":{"b":{}}}', '{name}', '}}', 'a{b}c'])
      expect(segmentsOf(text)).toEqual([{ kind: 'text', raw: text }]);
    expect(withoutDates('{"a":{"from":{{now:unix}}}}', '0')).toBe('{"a":{"from":0}}');
  });
});

describe('datesProblem', () => {
  it('finds what is not known anywhere in the text, and what does not end', () => {
    expect(problem('/{{today}}/{{nope1}}')).toContain('{{nope1}} is not a date');
    expect(problem('a{{today')).toBe('A date starts with {{ and ends with }}. The end is missing.');
    expect(problem("{{today}} {{'{{'}}name}} {name}")).toBeUndefined();
  });
});

describe('fillDates', () => {
  it('writes each date, and braces that are text', () => {
    expect(fillDates("from {{today-1d}} to {{today}}, {{'{{'}}name}}", clock)).toBe(
      'from 2026-11-24 to 2026-11-25, {{name}}',
    );
  });
});

describe('fillUrlDates', () => {
  it('encodes what a date writes, and nothing else', () => {
    expect(
      fillUrlDates('https://a.example/{{today:dd/MM}}?at={{now}}&q=a+b&x={"a":{{today:d}}}#{{today}}', clock),
    ).toBe('https://a.example/25%2F11?at=2026-11-25T13%3A45%3A06Z&q=a+b&x={"a":25}#2026-11-25');
    expect(fillUrlDates("https://a.example/?q={{'{{'}}name}}", clock)).toBe('https://a.example/?q=%7B%7Bname}}');
  });

  it('never changes the host more than a name could', () => {
    expect(fillUrlDates('https://{{today}}.a.example/', clock)).toBe('https://2026-11-25.a.example/');
    for (const url of ["https://{{today:'evil.example/'yyyy}}.a.example/", "{{today:'https://evil.example'}}/a"])
      expect(() => fillUrlDates(url, clock)).toThrow(expect.objectContaining({ code: 'resource.invalid' }));
  });
});

describe('isTimeZone', () => {
  it('knows the zones of this computer', () => {
    expect(['Europe/Berlin', 'UTC', 'Europe/Berlim', ''].map(isTimeZone)).toEqual([true, true, false, false]);
  });
});
