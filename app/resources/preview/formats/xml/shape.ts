import { attributeMark, textKey } from './keys.ts';

/** What all elements at one path of names share, anywhere in the document. */
export interface XmlShape {
  /** At least one of them has text beside attributes or elements. */
  hasText: boolean;
  /** At least one of them stands beside another of its name. */
  isRepeated: boolean;
  children: Map<string, XmlShape>;
}

const newShape = (): XmlShape => ({ hasText: false, isRepeated: false, children: new Map() });

/** May recurse, because the parser allows at most 100 levels. */
export function shapeOf(value: unknown): XmlShape {
  const shape = newShape();
  add(value, shape);
  return shape;
}

function add(value: unknown, shape: XmlShape): void {
  if (Array.isArray(value)) {
    for (const each of value) add(each, shape);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [key, child] of Object.entries(value)) {
    if (key === textKey) shape.hasText = true;
    if (key === textKey || key.startsWith(attributeMark)) continue;
    let below = shape.children.get(key);
    if (below === undefined) {
      below = newShape();
      shape.children.set(key, below);
    }
    if (Array.isArray(child)) below.isRepeated = true;
    add(child, below);
  }
}
