import type { NameRule } from '../../shared/secret-names.ts';

export type Found = (start: number, end: number) => void;

export interface JsonRules {
  /** Hides values under these names, and everything inside them. */
  hidden: NameRule;
  /** If given, shows only texts under these names, and everything inside them. */
  shown?: NameRule | undefined;
  hiddenValue(name: string, text: string): boolean;
}

type Fate = 'hidden' | 'shown' | 'open';

const token = /"((?:[^"\\]|\\[\s\S])*)("?)|[{}[\],:]|[^\s"{}[\],:]+/g;

/**
 * Finds the secret values of a JSON text. Reads along instead of parsing, so that a truncated or malformed body is read
 * as far as possible. Texts and numbers count; `true` and `null` reveal nothing.
 */
export function findJsonSecrets(json: string, rules: JsonRules, found: Found): void {
  /** The enclosing objects and lists: the rule that applies inside, and whether members have names. */
  const around: { fate: Fate; named: boolean }[] = [];
  let fate: Fate = 'open';
  let expectsName = false;
  let name = '';
  const enter = (named: boolean): void => {
    around.push({ fate, named });
    expectsName = named;
  };
  const fateOf = (inherited: Fate): Fate => {
    if (inherited === 'hidden' || rules.hidden(name)) return 'hidden';
    return inherited === 'shown' || rules.shown?.(name) === true ? 'shown' : 'open';
  };
  const value = (text: string, start: number, end: number, isText: boolean): void => {
    const isHidden = fate === 'hidden' || (isText && fate === 'open' && rules.shown !== undefined);
    if (isHidden || rules.hiddenValue(name, text)) found(start, end);
  };
  for (const match of json.matchAll(token)) {
    const [whole, inner, close] = match;
    const start = match.index;
    const surrounding = around.at(-1);
    const inherited = surrounding?.fate ?? 'open';
    if (inner !== undefined) {
      if (expectsName) {
        name = inner;
        fate = fateOf(inherited);
        expectsName = false;
      } else value(inner, start + 1, start + whole.length - (close === '' ? 0 : 1), true);
    } else if (whole === '{' || whole === '[') enter(whole === '{');
    else if (whole === '}' || whole === ']') {
      around.pop();
      fate = around.at(-1)?.fate ?? 'open';
      expectsName = false;
    } else if (whole === ',') {
      fate = inherited;
      expectsName = surrounding?.named === true;
    } else if (whole !== ':' && !/^(?:true|false|null)$/.test(whole)) {
      // A word without quotes is not JSON, but may still be text.
      value(whole, start, start + whole.length, !/^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(whole));
    }
  }
}
