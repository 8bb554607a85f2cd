import { message } from '../../../../shared/messages/message.ts';
import { type Children, valueStart } from '../children.ts';
import type { JsonDocument } from '../document.ts';
import { eachChild, kindAt, valueOfKey } from '../walk.ts';
import { Budget } from './budget.ts';
import { FilterTest } from './filter-test.ts';
import type { PathQuery, Step } from './parse-path.ts';
import { PathFault } from './path-fault.ts';
import { Places } from './places.ts';

/** `places`: values that a path may pass, 12 bytes each. */
const defaultLimits = { places: 2 ** 24, milliseconds: 15_000 };
export type SelectLimits = typeof defaultLimits;
/** How deep `..` goes. */
const deepest = 200;

export interface Selected {
  places: Places;
  /** Numbers of places, in the order of RFC 9535 §2.3. */
  rows: readonly number[];
  /** Each row is a member of an object, selected by something other than one name: its key tells it from the others. */
  isKeyed: boolean;
}

/** Follows the path through the bytes of the body. Throws PathFault. */
export function select(document: JsonDocument, query: PathQuery, limits: SelectLimits = defaultLimits): Selected {
  return new Selection(document, query, limits).run();
}

class Selection {
  private readonly document: JsonDocument;
  private readonly query: PathQuery;
  private readonly places: Places;
  private readonly mostPlaces: number;
  private readonly budget: Budget;
  private readonly filters: FilterTest;

  constructor(document: JsonDocument, query: PathQuery, { places, milliseconds }: SelectLimits) {
    this.mostPlaces = places;
    this.budget = new Budget(milliseconds, message('paths.fault.slow'));
    this.document = document;
    this.query = query;
    this.places = new Places(document);
    query.spending.budget = this.budget;
    this.filters = new FilterTest(document, query, this.budget);
  }

  run(): Selected {
    let nodes: number[] = this.document.root === -1 ? [] : [0];
    for (const { isDescendant, selectors } of this.query.steps) {
      const next: number[] = [];
      for (const node of nodes)
        if (isDescendant) this.descend(node, selectors, next, 0);
        else this.apply(node, selectors, next);
      nodes = next;
    }
    const last = this.query.steps.at(-1)?.selectors;
    const isNamed = last?.length === 1 && last[0]?.kind === 'name';
    const isKeyed = !isNamed && nodes.length > 0 && nodes.every((node) => this.places.keyOf(node) !== -1);
    return { places: this.places, rows: nodes, isKeyed };
  }

  private descend(node: number, selectors: readonly Step[], into: number[], depth: number): void {
    if (depth >= deepest) throw new PathFault(message('paths.fault.tooNested'));
    this.apply(node, selectors, into);
    this.each(node, (value, step) => {
      const kind = kindAt(this.document.bytes, value);
      if (kind === 'object' || kind === 'array') this.descend(this.add(value, step, node), selectors, into, depth + 1);
    });
  }

  private apply(node: number, selectors: readonly Step[], into: number[]): void {
    for (const selector of selectors) {
      if (selector.kind === 'name') this.name(node, selector.name, into);
      else if (selector.kind === 'wildcard') this.elements(node, into);
      else if (selector.kind === 'filter') this.filter(node, selector, into);
      else this.slice(node, selector, into);
    }
  }

  private name(node: number, name: string, into: number[]): void {
    const at = this.places.at(node);
    if (typeof at !== 'number' || at === -1 || this.document.bytes[at] !== 0x7b) return;
    const key = this.document.keyAt(at, name);
    if (key !== -1) into.push(this.add(valueOfKey(this.document.bytes, key), key, node));
  }

  private elements(node: number, into: number[]): void {
    const element = this.onlyElement(node);
    if (element !== -1) into.push(element);
    else this.each(node, (value, step) => into.push(this.add(value, step, node)));
  }

  private filter(node: number, { filter }: Step & { kind: 'filter' }, into: number[]): void {
    const element = this.onlyElement(node);
    if (element !== -1) {
      const at = this.places.at(element);
      if (typeof at === 'number' && this.filters.passes(filter, at)) into.push(element);
      return;
    }
    this.each(node, (value, step) => {
      if (this.filters.passes(filter, value)) into.push(this.add(value, step, node));
    });
  }

  private slice(node: number, selector: Step & { kind: 'index' | 'slice' }, into: number[]): void {
    const element = this.onlyElement(node);
    const children = element === -1 ? this.listAt(node) : undefined;
    const length = element === -1 ? (children?.offsets.length ?? 0) : 1;
    for (const index of indexesOf(selector, length)) {
      if (element !== -1) into.push(element);
      else if (children !== undefined) into.push(this.add(children.offsets[index] ?? 0, index, node));
    }
  }

  private listAt(node: number): Children | undefined {
    const at = this.places.at(node);
    if (at !== 'list' && (at === -1 || this.document.bytes[at] !== 0x5b)) return undefined;
    return this.document.children(at);
  }

  /**
   * In XML, an element that occurs once stands for its list, so that a path selects the same rows for one and many. -1:
   * the value is a list, or no element.
   */
  private onlyElement(node: number): number {
    if (!this.document.isXml || this.places.keyOf(node) === -1) return -1;
    const at = this.places.at(node);
    if (typeof at !== 'number' || at === -1 || this.document.bytes[at] === 0x5b) return -1;
    return this.add(at, 0, this.places.addListOf(node));
  }

  /** `step`: the position of the key, or the index. */
  private each(node: number, visit: (value: number, step: number) => void): void {
    const { document } = this;
    const at = this.places.at(node);
    if (at === -1) return;
    const known = at === 'list' ? document.children(at) : document.knownChildren(at);
    if (known !== undefined) {
      const isList = known.kind === 'array';
      for (let index = 0; index < known.offsets.length; index++)
        visit(valueStart(document.bytes, known, index), isList ? index : (known.offsets[index] ?? 0));
      return;
    }
    if (at === 'list') return;
    const kind = kindAt(document.bytes, at);
    if (kind !== 'object' && kind !== 'array') return;
    let index = 0;
    eachChild(document.bytes, at, (child) =>
      kind === 'array' ? visit(child, index++) : visit(valueOfKey(document.bytes, child), child),
    );
  }

  private add(value: number, step: number, parent: number): number {
    this.budget.spend(20);
    const { mostPlaces, places } = this;
    if (places.count >= mostPlaces) throw new PathFault(message('paths.fault.tooMany', { count: mostPlaces }));
    return places.add(value, step, parent);
  }
}

/** RFC 9535 §2.3.3 and §2.3.4. */
function* indexesOf(selector: Step & { kind: 'index' | 'slice' }, length: number): Generator<number> {
  const fromEnd = (index: number) => (index >= 0 ? index : length + index);
  if (selector.kind === 'index') {
    const index = fromEnd(selector.index);
    if (index >= 0 && index < length) yield index;
    return;
  }
  const step = selector.step ?? 1;
  const start = fromEnd(selector.start ?? (step >= 0 ? 0 : length - 1));
  const stop = fromEnd(selector.stop ?? (step >= 0 ? length : -length - 1));
  if (step > 0) {
    const last = Math.min(Math.max(stop, 0), length);
    for (let index = Math.min(Math.max(start, 0), length); index < last; index += step) yield index;
  } else if (step < 0) {
    const last = Math.min(Math.max(stop, -1), length - 1);
    for (let index = Math.min(Math.max(start, -1), length - 1); index > last; index += step) yield index;
  }
}
