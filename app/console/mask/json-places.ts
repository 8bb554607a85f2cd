import type { NameRule } from '../../shared/secret-names.ts';

export type Found = (start: number, end: number) => void;

export interface JsonRules {
  /** Values under these names, and all that is inside of them. */
  hidden: NameRule;
  /** Where it is given, only texts under these names, and all inside of them, are shown. */
  shown?: NameRule | undefined;
  hiddenValue(name: string, text: string): boolean;
}

type Fate = 'hidden' | 'shown' | 'open';

const token = /"((?:[^"\\]|\\[\s\S])*)("?)|[{}[\],:]|[^\s"{}[\],:]+/g;

/**
 * The values of a JSON text that are secrets. It reads along instead of parsing: a body that was cut off in the middle,
 * or is not quite JSON, is read as far as it goes. Texts and numbers count, `true` and `null` tell nothing.
 */
export function findJsonSecrets(json: string, rules: JsonRules, found: Found): void {
  /** Of the objects and lists around: what applies in them, and whether they have names. */
  const around: { fate: Fate; named: boolean }[] = [];
  let fate: Fate = 'open';
  let expectsName = false;
  let name = '';
  const enter = (named: boolean): void => {
    around.push({ fate: around.length === 0 ? 'open' : fate, named });
    fate = around.at(-1)?.fate ?? 'open';
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
    if (inner !== undefined) {
      if (expectsName) {
        name = inner;
        fate = fateOf(surrounding?.fate ?? 'open');
        expectsName = false;
      } else value(inner, start + 1, start + whole.length - (close === '' ? 0 : 1), true);
    } else if (whole === '{' || whole === '[') enter(whole === '{');
    else if (whole === '}' || whole === ']') {
      around.pop();
      fate = around.at(-1)?.fate ?? 'open';
      expectsName = false;
    } else if (whole === ',') {
      fate = surrounding?.fate ?? 'open';
      expectsName = surrounding?.named === true;
    } else if (whole !== ':' && !/^(?:true|false|null)$/.test(whole)) {
      // A word without quotes is no JSON, but may be a text all the same.
      value(whole, start, start + whole.length, !/^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(whole));
    }
  }
}
