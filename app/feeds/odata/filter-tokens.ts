import { message } from '../../shared/messages/message.ts';
import { ODataProblem } from './problem.ts';

export type LiteralKind = 'null' | 'boolean' | 'number' | 'text' | 'date' | 'datetime' | 'time' | 'duration';

export type Token =
  | { kind: 'name'; text: string; at: number }
  /** `text`: the value as its type writes it: of a text without quotes, of a duration as ISO 8601. */
  | { kind: 'literal'; type: LiteralKind; text: string; at: number }
  | { kind: '(' | ')' | ',' | '/'; at: number }
  | { kind: 'end'; at: number };

// OData 4.01 ABNF, primitiveLiteral. The longest come first.
const literals: readonly [LiteralKind, RegExp][] = [
  ['text', /'((?:[^']|'')*)'/y],
  ['duration', /duration'(-?P[0-9DTHMS.]+)'/y],
  ['datetime', /(\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,12})?)?(?:Z|[+-]\d\d:\d\d))(?![\w.:-])/y],
  ['date', /(\d{4}-\d\d-\d\d)(?![\w.:-])/y],
  // A GUID. It is a text here.
  ['text', /([0-9A-Fa-f]{8}-(?:[0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12})(?![\w.-])/y],
  ['time', /(\d\d:\d\d(?::\d\d(?:\.\d{1,12})?)?)(?![\w.:-])/y],
  ['number', /([+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.:-])/y],
  ['boolean', /(true|false)(?![\w.])/y],
  ['null', /(null)(?![\w.])/y],
];
const name = /[\p{L}_][\p{L}\p{N}_.]*/uy;
const space = /[ \t]+/y;

/** The parts of a filter. Throws ODataProblem 400. */
export function filterTokens(filter: string): Token[] {
  const tokens: Token[] = [];
  const match = (pattern: RegExp, at: number): RegExpExecArray | null => {
    pattern.lastIndex = at;
    return pattern.exec(filter);
  };
  for (let at = 0; ; ) {
    at += match(space, at)?.[0].length ?? 0;
    if (at >= filter.length) return [...tokens, { kind: 'end', at }];
    const [token, length] = readToken(filter, at, match);
    tokens.push(token);
    at += length;
  }
}

function readToken(
  filter: string,
  at: number,
  match: (pattern: RegExp, at: number) => RegExpExecArray | null,
): [token: Token, length: number] {
  const mark = filter[at];
  if (mark === '(' || mark === ')' || mark === ',' || mark === '/') return [{ kind: mark, at }, 1];
  for (const [type, pattern] of literals) {
    const found = match(pattern, at);
    if (found === null) continue;
    const [whole, text = ''] = found;
    return [
      { kind: 'literal', type, text: whole.startsWith("'") ? text.replaceAll("''", "'") : text, at },
      whole.length,
    ];
  }
  const word = match(name, at)?.[0];
  if (word === undefined) throw new ODataProblem(400, message('odata.badFilter', { position: at + 1 }));
  return [{ kind: 'name', text: word, at }, word.length];
}
