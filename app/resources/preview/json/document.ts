import { childPointer, readIndex, readToken, splitPointer } from '../../../shared/json-pointer.ts';
import { maximumPointerCharacters } from '../limits.ts';
import { type Children, indexChildren, keyIs, valueStart } from './children.ts';
import { readMember } from './pointer.ts';
import type { Structure, TrackedContainer } from './structure.ts';
import { eachChild, isLongString, type Kind, kindAt, readKey } from './walk.ts';

/** A valid JSON body: its bytes and the positions in them. Values are read from the bytes on request. */
export class JsonDocument {
  readonly bytes: Buffer;
  readonly structure: Structure;
  /** Made from XML: keys have marks, and a single element counts as a list of one. */
  readonly isXml: boolean;
  /** Column names that the format lists (CSV), including columns without any value. */
  readonly columnNames: readonly string[];

  constructor(
    bytes: Buffer,
    structure: Structure,
    { isXml = false, columnNames = [] }: { isXml?: boolean; columnNames?: readonly string[] } = {},
  ) {
    this.bytes = bytes;
    this.isXml = isXml;
    this.columnNames = columnNames;
    this.structure = structure;
  }

  /** NDJSON: the root is the list of all top-level values. */
  get isList(): boolean {
    return this.topLevel.length > 1;
  }

  /** The values of NDJSON, also if there is only one. */
  topLevelChildren(): Children {
    return { kind: 'array', offsets: this.topLevel };
  }

  private get topLevel(): Uint32Array {
    return this.structure.containers[0]?.children.view() ?? new Uint32Array();
  }

  get rootKind(): Kind {
    return this.isList ? 'array' : kindAt(this.bytes, this.topLevel[0] ?? 0);
  }

  /** Where the first value starts. */
  get start(): number {
    return this.topLevel[0] ?? 0;
  }

  /** The position of the root. `list`: the list of all top-level values. -1: there is none. */
  get root(): number | 'list' {
    return this.isList ? 'list' : (this.topLevel[0] ?? -1);
  }

  /** The position of the value. -1: no such value. `list`: the list of all top-level values. */
  resolve(pointer: string): number | 'list' {
    return this.resolveFrom(this.root, pointer);
  }

  /** The position of the value at `pointer`, relative to the value at `from`. -1: no such value. */
  resolveFrom(from: number | 'list', pointer: string): number | 'list' {
    const tokens = splitPointer(pointer);
    if (tokens === undefined) return -1;
    let at = from;
    for (const token of tokens) {
      const children = this.children(at);
      // In XML, `0` selects a single element: no XML name starts with a digit (XML 1.0 §2.3).
      if (this.isXml && token === '0' && children?.kind !== 'array') continue;
      if (children === undefined) return -1;
      const index = this.indexOf(children, token);
      if (index === -1 || index >= children.offsets.length) return -1;
      at = valueStart(this.bytes, children, index);
    }
    return at;
  }

  /** The children of the container at `at`. `undefined`: not a container. */
  children(at: number | 'list'): Children | undefined {
    if (at === 'list') return this.topLevelChildren();
    if (at === -1) return undefined;
    const known = this.knownChildren(at);
    if (known !== undefined) return known;
    const kind = kindAt(this.bytes, at);
    return kind === 'array' || kind === 'object' ? indexChildren(this.bytes, at) : undefined;
  }

  /** The children of a container that was recorded while the body arrived. */
  knownChildren(at: number): Children | undefined {
    const tracked = this.structure.at(at);
    return tracked && { kind: tracked.kind, offsets: tracked.children.view() };
  }

  /** The position of the key `name` in the object at `at`, of equal keys the last. -1: there is none. */
  keyAt(at: number, name: string): number {
    const source = Buffer.from(name);
    const known = this.knownChildren(at);
    let found = -1;
    if (known === undefined)
      eachChild(this.bytes, at, (key) => {
        if (keyIs(this.bytes, key, name, source)) found = key;
      });
    for (let index = (known?.offsets.length ?? 0) - 1; index >= 0 && found === -1; index--) {
      const key = known?.offsets[index] ?? 0;
      if (keyIs(this.bytes, key, name, source)) found = key;
    }
    return found;
  }

  /** The number of children of the container at `at`. */
  readonly count = (at: number): number => {
    const known = this.structure.at(at)?.children;
    if (known !== undefined) return known.length;
    let count = 0;
    eachChild(this.bytes, at, () => count++);
    return count;
  };

  /**
   * The index of the child that a token of a pointer names, or -1. Of equal keys, a pointer means the last, like
   * JSON.parse.
   */
  indexOf(children: Children, token: string): number {
    const member = readMember(token);
    if (member !== undefined) return member;
    const key = readToken(token);
    if (children.kind === 'array') {
      const index = readIndex(key);
      return index < children.offsets.length ? index : -1;
    }
    const source = Buffer.from(key);
    for (let index = children.offsets.length - 1; index >= 0; index--)
      if (keyIs(this.bytes, children.offsets[index] ?? 0, key, source)) return index;
    return -1;
  }

  /** The pointer of a recorded container. `undefined`: too long for the path of a table. */
  pointerOf(container: TrackedContainer): string | undefined {
    const parent = this.structure.containers[container.parent];
    if (parent === undefined || (container.parent === 0 && !this.isList)) return '';
    const above = container.parent === 0 ? '' : this.pointerOf(parent);
    if (above === undefined) return undefined;
    if (parent.kind === 'array') return childPointer(above, container.indexInParent);
    const key = parent.children.at(container.indexInParent);
    // Thousands of containers may share one long key: do not create a string for it.
    if (isLongString(this.bytes, key, maximumPointerCharacters)) return undefined;
    const pointer = childPointer(above, readKey(this.bytes, key));
    return pointer.length > maximumPointerCharacters ? undefined : pointer;
  }
}
