import { attributeMark, textKey } from './keys.ts';

/** What the elements at one path of names have in common, wherever in the document they stand. */
export interface XmlShape {
  /** One of them has a text beside attributes or elements. */
  hasText: boolean;
  children: Map<string, XmlShape>;
}

const newShape = (): XmlShape => ({ hasText: false, children: new Map() });

/** The parser nests at most 100 deep, so this may recurse. */
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
    add(child, below);
  }
}
