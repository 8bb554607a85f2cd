import { childPointer, splitPointer } from '../../../shared/json-pointer.ts';
import { type Children, valueStart } from './children.ts';
import type { JsonDocument } from './document.ts';
import { readKey } from './walk.ts';

/** Where the rows of a table are in the body. Levels count from the row's value (0) up to the root. */
export interface RowPlaces {
  /** The most levels above a row. */
  readonly depth: number;
  /** Levels whose values are members of keyed objects: their keys tell them from one another. */
  readonly keyedLevels: readonly number[];
  /** The JSON Pointer of the row's value. */
  pointer(row: number): string;
  /** The position of the value so many levels above the row. -1: there is none. */
  above(row: number, levels: number): number;
  /** The position of that value's key in the object that contains it. -1: it is in a list, or it is the root. */
  key(row: number, levels: number): number;
}

/** The rows of a table. `array`: where their values start. `object`: where their keys start. */
export interface Rows extends Children {
  places: RowPlaces;
}

interface Level {
  at: number;
  key: number;
}

/** The rows below one container, or a single row: all are below the same values. */
export class RowsBelow implements RowPlaces {
  readonly keyedLevels: readonly number[] = [];
  private readonly document: JsonDocument;
  private readonly children: Children;
  private readonly path: string;
  private readonly isOneRow: boolean;
  /** The row's container first. Of a single row, the value above it. */
  private readonly levels: readonly Level[];

  /** `path`: of the container, or of the only row. */
  constructor(document: JsonDocument, children: Children, path: string, isOneRow: boolean) {
    this.document = document;
    this.children = children;
    this.path = path;
    this.isOneRow = isOneRow;
    const levels = levelsOf(document, path);
    const [nearest] = levels;
    // In XML, the only element takes the place of its list.
    const isOnlyElement = !isOneRow && children.kind === 'array' && nearest?.at === children.offsets[0];
    if (nearest !== undefined && isOnlyElement) nearest.at = -1;
    this.levels = levels.slice(isOneRow ? 1 : 0);
  }

  get depth(): number {
    return this.levels.length;
  }

  pointer(row: number): string {
    if (this.isOneRow) return this.path;
    const { kind, offsets } = this.children;
    return childPointer(this.path, kind === 'object' ? readKey(this.document.bytes, offsets[row] ?? 0) : row);
  }

  above(row: number, levels: number): number {
    if (levels === 0) return valueStart(this.document.bytes, this.children, row);
    return this.levels[levels - 1]?.at ?? -1;
  }

  key(row: number, levels: number): number {
    if (levels === 0) return this.children.kind === 'object' ? (this.children.offsets[row] ?? -1) : -1;
    return this.levels[levels - 1]?.key ?? -1;
  }
}

/** The value at the path and those above it, nearest first. */
function levelsOf(document: JsonDocument, path: string): Level[] {
  const tokens = splitPointer(path) ?? [];
  let at = document.root;
  const levels: Level[] = [{ at: at === 'list' ? -1 : at, key: -1 }];
  for (const token of tokens) {
    const children = document.children(at);
    const index = children === undefined ? -1 : document.indexOf(children, token);
    if (children === undefined || index === -1) {
      // In XML, a single element takes the place of its list, which has the same level.
      const [last] = levels;
      levels.unshift({ at: token === '0' && last !== undefined ? last.at : -1, key: -1 });
      if (token === '0' && last !== undefined) last.at = -1;
      else at = -1;
      continue;
    }
    at = valueStart(document.bytes, children, index);
    levels.unshift({ at, key: children.kind === 'object' ? (children.offsets[index] ?? -1) : -1 });
  }
  return levels;
}
