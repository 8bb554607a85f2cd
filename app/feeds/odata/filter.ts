import { message } from '../../shared/messages/message.ts';
import { filterTokens, type LiteralKind, type Token } from './filter-tokens.ts';
import { ODataProblem } from './problem.ts';

export interface Literal {
  type: LiteralKind;
  text: string;
}

/** A column, as it is or in lower or upper case (`tolower`, `toupper`). */
export interface Operand {
  column: string;
  folds: 'lower' | 'upper' | null;
}

export const comparisons = ['eq', 'ne', 'gt', 'ge', 'lt', 'le'] as const;
export type Comparison = (typeof comparisons)[number];
const textFunctions = ['contains', 'startswith', 'endswith'] as const;
export type TextFunction = (typeof textFunctions)[number];

export type Filter =
  | { kind: 'and' | 'or'; of: Filter[] }
  | { kind: 'not'; of: Filter }
  | { kind: 'compare'; operand: Operand; comparison: Comparison; value: Literal }
  | { kind: 'in'; operand: Operand; values: Literal[] }
  | { kind: 'text'; test: TextFunction; operand: Operand; value: Literal }
  /** A column of true and false alone. */
  | { kind: 'column'; operand: Operand };

const mirrored: Record<Comparison, Comparison> = { eq: 'eq', ne: 'ne', gt: 'lt', ge: 'le', lt: 'gt', le: 'ge' };
const folds = { tolower: 'lower', toupper: 'upper' } as const;

/** More parts than any dialog makes. */
const mostTokens = 10_000;
const mostDepth = 100;

/**
 * Reads a filter (OData 4.01 URL Conventions §5.1.1) as far as feeds can compute it. Throws ODataProblem: 400 if it is wrong,
 * 501 if feeds cannot do what it asks for.
 */
export function parseFilter(text: string): Filter {
  const tokens = filterTokens(text);
  if (tokens.length > mostTokens) throw new ODataProblem(400, message('odata.tooDeep'));
  return new FilterReader(tokens).read();
}

class FilterReader {
  private readonly tokens: readonly Token[];
  private next = 0;
  private depth = 0;

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  read(): Filter {
    const filter = this.either();
    if (this.token.kind !== 'end') throw this.wrong();
    return filter;
  }

  private get token(): Token {
    return this.tokens[this.next] ?? { kind: 'end', at: 0 };
  }

  private take(): Token {
    const { token } = this;
    this.next++;
    return token;
  }

  private isWord(...words: readonly string[]): boolean {
    return this.token.kind === 'name' && words.includes(this.token.text);
  }

  /** Whether the next token is this mark. Takes it then. */
  private takes(kind: Token['kind']): boolean {
    if (this.token.kind !== kind) return false;
    this.next++;
    return true;
  }

  private expect(kind: Token['kind']): void {
    if (!this.takes(kind)) throw this.wrong();
  }

  private wrong(): ODataProblem {
    return new ODataProblem(400, message('odata.badFilter', { position: this.token.at + 1 }));
  }

  private either(): Filter {
    return this.list('or', () => this.list('and', () => this.unary()));
  }

  private list(word: 'and' | 'or', read: () => Filter): Filter {
    const first = read();
    if (!this.isWord(word)) return first;
    const of = [first];
    while (this.isWord(word)) {
      this.take();
      of.push(read());
    }
    return { kind: word, of };
  }

  private unary(): Filter {
    this.depth++;
    if (this.depth > mostDepth) throw new ODataProblem(400, message('odata.tooDeep'));
    const filter = this.isWord('not') ? this.negated() : this.primary();
    this.depth--;
    return filter;
  }

  private negated(): Filter {
    this.take();
    return { kind: 'not', of: this.unary() };
  }

  private primary(): Filter {
    const { token } = this;
    if (token.kind === '(' && !this.isOperandInParentheses()) {
      this.take();
      const filter = this.either();
      this.expect(')');
      return this.comparedWithBoolean(filter);
    }
    if (token.kind === 'name' && this.isCall()) {
      const test = textFunctions.find((each) => each === token.text);
      if (test !== undefined) return this.comparedWithBoolean(this.textTest(test));
    }
    return this.comparison();
  }

  /** `(A) eq 1` is rare, but some write it. */
  private isOperandInParentheses(): boolean {
    const [, inside, close] = this.tokens.slice(this.next, this.next + 3);
    const after = this.tokens[this.next + 3];
    return (
      (inside?.kind === 'name' || inside?.kind === 'literal') &&
      close?.kind === ')' &&
      after?.kind === 'name' &&
      (comparisons as readonly string[]).includes(after.text)
    );
  }

  private isCall(): boolean {
    return this.tokens[this.next + 1]?.kind === '(';
  }

  /** `contains(A,'x') eq true` */
  private comparedWithBoolean(filter: Filter): Filter {
    if (!this.isWord('eq', 'ne')) return filter;
    const word = this.take();
    const value = this.take();
    if (value.kind !== 'literal' || value.type !== 'boolean') {
      this.next--;
      throw this.wrong();
    }
    const isEqual = word.kind === 'name' && word.text === 'eq';
    return isEqual === (value.text === 'true') ? filter : { kind: 'not', of: filter };
  }

  private textTest(test: TextFunction): Filter {
    this.take();
    this.expect('(');
    const operand = this.operand();
    this.expect(',');
    const value = this.operand();
    this.expect(')');
    if (!isColumn(operand) || isColumn(value)) throw new ODataProblem(501, message('odata.onlyValues'));
    return { kind: 'text', test, operand, value };
  }

  private comparison(): Filter {
    const left = this.operand();
    if (this.isWord('in')) return this.oneOf(left);
    const { token } = this;
    const comparison = token.kind === 'name' ? comparisons.find((each) => each === token.text) : undefined;
    if (comparison === undefined) {
      if (token.kind === 'name' && ['add', 'sub', 'mul', 'div', 'divby', 'mod', 'has'].includes(token.text))
        throw new ODataProblem(501, message('odata.noFunction', { name: token.text }));
      const isAlone = token.kind === 'name' ? this.isWord('and', 'or') : token.kind !== 'literal';
      if (isColumn(left) && isAlone) return { kind: 'column', operand: left };
      throw this.wrong();
    }
    this.take();
    const right = this.operand();
    if (isColumn(left) && !isColumn(right)) return { kind: 'compare', operand: left, comparison, value: right };
    if (!isColumn(left) && isColumn(right))
      return { kind: 'compare', operand: right, comparison: mirrored[comparison], value: left };
    throw new ODataProblem(501, message('odata.onlyValues'));
  }

  private oneOf(operand: Operand | Literal): Filter {
    this.take();
    if (!isColumn(operand)) throw new ODataProblem(501, message('odata.onlyValues'));
    this.expect('(');
    const values: Literal[] = [];
    do {
      const value = this.operand();
      if (isColumn(value)) throw new ODataProblem(501, message('odata.onlyValues'));
      values.push(value);
    } while (this.takes(','));
    this.expect(')');
    return { kind: 'in', operand, values };
  }

  private operand(): Operand | Literal {
    const { token } = this;
    if (token.kind === '(') {
      this.take();
      const operand = this.operand();
      this.expect(')');
      return operand;
    }
    if (token.kind === 'literal') {
      this.take();
      return { type: token.type, text: token.text };
    }
    if (token.kind !== 'name') throw this.wrong();
    if (this.isCall()) return this.folded(token.text);
    this.take();
    if (this.token.kind === '/') throw new ODataProblem(501, message('odata.noPath', { path: token.text }));
    return { column: token.text, folds: null };
  }

  private folded(name: string): Operand {
    if (name !== 'tolower' && name !== 'toupper')
      throw new ODataProblem(501, message('odata.noFunction', { name: `${name}()` }));
    this.take();
    this.expect('(');
    const operand = this.operand();
    this.expect(')');
    if (!isColumn(operand)) throw new ODataProblem(501, message('odata.onlyValues'));
    return { ...operand, folds: operand.folds ?? folds[name] };
  }
}

const isColumn = (operand: Operand | Literal): operand is Operand => 'column' in operand;
