import { describe, expect, it } from 'vitest';
import { findJsonSecrets, type JsonRules } from '../../../../app/console/mask/json-places.ts';

const found = (json: string, rules: Partial<JsonRules> = {}) => {
  const texts: string[] = [];
  const all: JsonRules = { hidden: (name) => name === 'secret', hiddenValue: () => false, ...rules };
  findJsonSecrets(json, all, (start, end) => texts.push(json.slice(start, end)));
  return texts;
};
const shown = { shown: (name: string) => name === 'scope' };

describe('secrets in JSON', () => {
  it.each([
    ['under a name', '{"secret":"a","b":"c"}', ['a']],
    ['in all that is inside of one', '{"secret":{"a":["b",{"c":"d"}],"e":7},"f":"g"}', ['b', 'd', '7']],
    ['after what was inside of one ended', '{"secret":["a"],"b":"c","secret":"d"}', ['a', 'd']],
    ['after a list inside of an object', '{"a":{"secret":["b"],"c":"d"},"secret":"e"}', ['b', 'e']],
    ['with escaped quotes', '{"secret":"a\\"b"}', ['a\\"b']],
    ['that were cut off', '{"secret":"abc', ['abc']],
    ['cut off behind a backslash', '{"secret":"abc\\', ['abc', '\\']],
    ['that are numbers, and not in what tells nothing', '{"secret":[1,true,false,null,-2.5e3]}', ['1', '-2.5e3']],
    ['and not in names', '{"a":"secret","b":["secret"]}', []],
    ['in a list of lists, which has no names', '[["a"],{"secret":"b"},"secret","c"]', ['b']],
    ['behind brackets that nothing opened', ']}{"secret":"a"}', ['a']],
    ['behind a comma outside of everything', 'a,{"secret":"b"}', ['b']],
    ['in a list after what was inside of it', '{"x":{"secret":["a",["b"] "c","d"]}}', ['a', 'b', 'c', 'd']],
    ['nowhere in an empty text', '', []],
  ])('are found %s', (_, json, expected) => {
    expect(found(json)).toEqual(expected);
  });

  it.each([
    ['each text but those that are known to be harmless', '{"a":"b","scope":"c","d":["e"]}', ['b', 'e']],
    ['nothing inside of what is harmless', '{"scope":["a",{"b":"c"}],"d":"e"}', ['e']],
    ['no number, however it is written', '{"a":[0,12,-1,1.25,1e5,1E+10,2.5e-12]}', []],
    ['what only begins or ends like a number', '[1x,x1,1.2.3,+1,1e]', ['1x', 'x1', '1.2.3', '+1', '1e']],
    ['what only begins or ends like true and null', '[xtrue,nullx,true,null]', ['xtrue', 'nullx']],
    ['a text without quotes around it', '"abc"', ['abc']],
    ['texts one behind the other, with or without a comma', '"a","b" {} "c" ["d","e"]', ['a', 'b', 'c', 'd', 'e']],
  ])('are, where only few names are shown, %s', (_, json, expected) => {
    expect(found(json, shown)).toEqual(expected);
  });

  it('hide what is inside of a hidden name also where a shown one stands in it', () => {
    expect(found('{"secret":{"scope":"a"}}', shown)).toEqual(['a']);
  });

  it('are asked about by the name that stands before each value', () => {
    const asked: [string, string][] = [];
    const hiddenValue = (name: string, text: string) => {
      asked.push([name, text]);
      return text === 'c';
    };
    expect(found('{"a":"b","d":["c",7]}', { hiddenValue })).toEqual(['c']);
    expect(asked).toEqual([
      ['a', 'b'],
      ['d', 'c'],
      ['d', '7'],
    ]);
    asked.length = 0;
    found('"b"', { hiddenValue });
    expect(asked).toEqual([['', 'b']]);
  });
});
