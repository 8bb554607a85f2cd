/**
 * I-Regexp (RFC 9485), matched by a Thompson automaton: the time is text × pattern, whatever the pattern. RegExp can take
 * years for `(a*)*b`, and a pattern may come from the body.
 */

type Test = (character: string) => boolean;
type Node =
  | { kind: 'one'; test: Test }
  | { kind: 'all'; parts: Node[] }
  | { kind: 'any'; branches: Node[] }
  | { kind: 'repeat'; node: Node; least: number; most: number };

/** One step. `one` consumes a character; `split` continues at both places. */
type Step = { kind: 'one'; test: Test } | { kind: 'split'; to: number; or: number } | { kind: 'jump'; to: number };

const mostSteps = 2_000;
const mostRepeats = 1_000;
const deepest = 50;
const category = /^(?:L[lmotu]?|M[cen]?|N[dlo]?|P[cdefios]?|S[ckmo]?|Z[lps]?|C[cfno]?)$/;

export interface Pattern {
  /** `whole`: the text matches from start to end. Otherwise a part of it. `spend`: told each unit of work. */
  test(text: string, whole: boolean, spend: (units: number) => void): boolean;
}

/** `undefined`: not an I-Regexp, or too large. */
export function readPattern(source: string): Pattern | undefined {
  // RFC 9535's test suite takes these as anchors, although RFC 9485 has none.
  const fromStart = source.startsWith('^');
  const toEnd = /(?:^|[^\\])(?:\\\\)*\$$/.test(source);
  const node = new Reader([...source.slice(fromStart ? 1 : 0, toEnd ? -1 : undefined)]).read();
  if (node === undefined) return undefined;
  const steps: Step[] = [];
  if (!compile(node, steps)) return undefined;
  return { test: (text, whole, spend) => run(steps, text, whole || fromStart, whole || toEnd, spend) };
}

class Reader {
  private readonly characters: readonly string[];
  private at = 0;
  private depth = 0;

  constructor(characters: readonly string[]) {
    this.characters = characters;
  }

  read(): Node | undefined {
    const node = this.branches();
    return this.at === this.characters.length ? node : undefined;
  }

  private branches(): Node | undefined {
    if (++this.depth > deepest) return undefined;
    const branches: Node[] = [];
    do {
      const parts: Node[] = [];
      while (this.at < this.characters.length && this.next !== '|' && this.next !== ')') {
        const piece = this.piece();
        if (piece === undefined) return undefined;
        parts.push(piece);
      }
      branches.push({ kind: 'all', parts });
    } while (this.take('|'));
    this.depth--;
    return { kind: 'any', branches };
  }

  private piece(): Node | undefined {
    const node = this.atom();
    if (node === undefined) return undefined;
    if (this.take('*')) return { kind: 'repeat', node, least: 0, most: Number.POSITIVE_INFINITY };
    if (this.take('+')) return { kind: 'repeat', node, least: 1, most: Number.POSITIVE_INFINITY };
    if (this.take('?')) return { kind: 'repeat', node, least: 0, most: 1 };
    if (!this.take('{')) return node;
    const end = this.characters.indexOf('}', this.at);
    const range = this.characters.slice(this.at, Math.max(this.at, end)).join('');
    const [, least, comma, most] = /^(\d{1,4})(,)?(\d{1,4})?$/.exec(range) ?? [];
    if (least === undefined || (most !== undefined && comma === undefined)) return undefined;
    this.at = end + 1;
    const upTo = most !== undefined ? Number(most) : comma === undefined ? Number(least) : Number.POSITIVE_INFINITY;
    return upTo < Number(least) ? undefined : { kind: 'repeat', node, least: Number(least), most: upTo };
  }

  private atom(): Node | undefined {
    const character = this.next;
    if (this.take('(')) {
      const node = this.branches();
      return this.take(')') ? node : undefined;
    }
    if (character === '[') return this.characterClass();
    if (character === '\\') return this.one(this.escape());
    if (/[)*+?\]{|}]/.test(character)) return undefined;
    this.at++;
    return this.one(character === '.' ? '[^\\n\\r]' : escaped(character));
  }

  /** The source of a RegExp for one character. */
  private escape(): string | undefined {
    this.at++;
    const character = this.next;
    this.at++;
    if (/^[()*+\-.?[\\\]^{|}nrt]$/.test(character))
      return /[nrt]/.test(character) ? `\\${character}` : escaped(character);
    if (!/^[pP]$/.test(character) || !this.take('{')) return undefined;
    const end = this.characters.indexOf('}', this.at);
    const name = this.characters.slice(this.at, Math.max(this.at, end)).join('');
    if (!category.test(name)) return undefined;
    this.at = end + 1;
    return `\\${character}{${name}}`;
  }

  private characterClass(): Node | undefined {
    this.at++;
    let source = this.take('^') ? '[^' : '[';
    let isFirst = true;
    while (this.next !== ']' || isFirst) {
      if (this.at >= this.characters.length) return undefined;
      const member = this.classMember(isFirst);
      if (member === undefined) return undefined;
      source += member;
      isFirst = false;
    }
    this.at++;
    return this.one(`${source}]`);
  }

  private classMember(isFirst: boolean): string | undefined {
    if (this.take('-')) {
      return isFirst || this.next === ']' ? '\\-' : undefined;
    }
    const from = this.classCharacter();
    if (from === undefined || from.length > 6 || this.next !== '-') return from;
    const after = this.characters[this.at + 1];
    if (after === undefined || after === ']') return from;
    this.at++;
    const to = this.classCharacter();
    return to === undefined ? undefined : `${from}-${to}`;
  }

  private classCharacter(): string | undefined {
    const character = this.next;
    if (character === '\\') return this.escape();
    if (character === '' || character === '[' || character === ']' || character === '-') return undefined;
    this.at++;
    return escaped(character);
  }

  private one(source: string | undefined): Node | undefined {
    if (source === undefined) return undefined;
    try {
      const expression = new RegExp(`^${source}$`, 'u');
      return { kind: 'one', test: (character) => expression.test(character) };
    } catch {
      // A range from a later to an earlier character.
      return undefined;
    }
  }

  private get next(): string {
    return this.characters[this.at] ?? '';
  }

  private take(character: string): boolean {
    if (this.next !== character || character === '') return false;
    this.at++;
    return true;
  }
}

const escaped = (character: string) => character.replace(/[\\^$.*+?()[\]{}|/-]/u, '\\$&');

/** Returns whether the steps stay within the limit. */
function compile(node: Node, steps: Step[]): boolean {
  if (steps.length > mostSteps) return false;
  if (node.kind === 'one') {
    steps.push(node);
    return true;
  }
  if (node.kind === 'all') return node.parts.every((part) => compile(part, steps));
  if (node.kind === 'any') return compileBranches(node.branches, steps);
  if (node.least > mostRepeats || (node.most !== Number.POSITIVE_INFINITY && node.most > mostRepeats)) return false;
  for (let time = 0; time < node.least; time++) if (!compile(node.node, steps)) return false;
  if (node.most === Number.POSITIVE_INFINITY) {
    const split = { kind: 'split' as const, to: steps.length + 1, or: 0 };
    const at = steps.push(split) - 1;
    if (!compile(node.node, steps)) return false;
    steps.push({ kind: 'jump', to: at });
    split.or = steps.length;
    return true;
  }
  const splits: { or: number }[] = [];
  for (let time = node.least; time < node.most; time++) {
    const split = { kind: 'split' as const, to: steps.length + 1, or: 0 };
    splits.push(split);
    steps.push(split);
    if (!compile(node.node, steps)) return false;
  }
  for (const split of splits) split.or = steps.length;
  return true;
}

function compileBranches(branches: readonly Node[], steps: Step[]): boolean {
  const jumps: { to: number }[] = [];
  for (const [index, branch] of branches.entries()) {
    const isLast = index === branches.length - 1;
    const split = { kind: 'split' as const, to: steps.length + 1, or: 0 };
    if (!isLast) steps.push(split);
    if (!compile(branch, steps)) return false;
    if (isLast) break;
    const jump = { kind: 'jump' as const, to: 0 };
    jumps.push(jump);
    steps.push(jump);
    split.or = steps.length;
  }
  for (const jump of jumps) jump.to = steps.length;
  return true;
}

function run(
  steps: readonly Step[],
  text: string,
  fromStart: boolean,
  toEnd: boolean,
  spend: (units: number) => void,
): boolean {
  const done = steps.length;
  /** When each step was last added, so that none is twice in a list. */
  const added = new Uint32Array(steps.length + 1);
  let turn = 1;
  let current: number[] = [];
  const add = (from: number, list: number[]): void => {
    const waiting = [from];
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      if (added[at] === turn) continue;
      added[at] = turn;
      const step = steps[at];
      if (step?.kind === 'jump') waiting.push(step.to);
      else if (step?.kind === 'split') waiting.push(step.or, step.to);
      else list.push(at);
    }
  };
  add(0, current);
  for (const character of text) {
    if (!toEnd && current.includes(done)) return true;
    spend(current.length * 20 + 20);
    turn++;
    const next: number[] = [];
    for (const at of current) {
      const step = steps[at];
      if (step?.kind === 'one' && step.test(character)) add(at + 1, next);
    }
    if (!fromStart) add(0, next);
    if (fromStart && next.length === 0) return false;
    current = next;
  }
  return current.includes(done);
}
