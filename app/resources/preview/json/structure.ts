import { OffsetList } from './offset-list.ts';

/** A container whose children's positions are known. */
export interface TrackedContainer {
  kind: 'array' | 'object';
  start: number;
  depth: number;
  parent: number;
  /** The container's index among its parent's children. */
  indexInParent: number;
  /** For an array: where its elements start. For an object: where its keys start. */
  children: OffsetList;
  childContainers: number;
  belowArray: boolean;
}

/** The members of a dictionary or list are alike: looking into the first ones is enough. */
const lookedIntoArray = 16;
const lookedIntoObject = 256;
const maximumBelowArrays = 1000;
const maximumBelowObjects = 4000;
const maximumDepth = 32;

/**
 * Containers near the root that may be the table, recorded while the body arrives. Others (inside the millionth row)
 * are scanned on request.
 */
export class Structure {
  readonly containers: TrackedContainer[] = [];
  private readonly byStart = new Map<number, TrackedContainer>();
  private belowArrays = 0;
  private belowObjects = 0;

  /** The container's number, or -1 if it is not recorded. `parent` -1: the list of top-level values. */
  open(kind: 'array' | 'object', start: number, parent: number): number {
    if (parent === -1) return this.add(kind, start, parent, 0, false);
    const above = this.containers[parent];
    if (above === undefined) return -1;
    const ordinal = above.childContainers++;
    if (above.depth >= maximumDepth) return -1;
    // The list of top-level values (number 0) is an array only when there are several.
    const belowArray = above.belowArray || (above.kind === 'array' && parent !== 0);
    if (ordinal >= (above.kind === 'array' ? lookedIntoArray : lookedIntoObject)) return -1;
    if (belowArray ? this.belowArrays++ >= maximumBelowArrays : this.belowObjects++ >= maximumBelowObjects) return -1;
    return this.add(kind, start, parent, above.depth + 1, belowArray);
  }

  /** Finds a container by the position of its bracket. */
  at(start: number): TrackedContainer | undefined {
    return this.byStart.get(start);
  }

  get byteLength(): number {
    return this.containers.reduce((sum, container) => sum + container.children.byteLength + 200, 0);
  }

  private add(kind: 'array' | 'object', start: number, parent: number, depth: number, belowArray: boolean): number {
    const indexInParent = Math.max(0, (this.containers[parent]?.children.length ?? 0) - 1);
    const children = new OffsetList();
    const container = { kind, start, depth, parent, indexInParent, children, childContainers: 0, belowArray };
    this.containers.push(container);
    if (parent !== -1) this.byStart.set(start, container);
    return this.containers.length - 1;
  }
}
