import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Node, parseSync } from 'oxc-parser';

const root = fileURLToPath(new URL('../../..', import.meta.url));

export interface Source {
  /** From the project's root. */
  path: string;
  text: string;
  program: Node;
}

/** The sources of the app, without the catalogues themselves. */
export const sources: readonly Source[] = ['app', 'renderer'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((path) => !/\/messages\/[a-z]{2}\//.test(path))
    .toSorted()
    .map((path) => {
      const text = readFileSync(join(root, path), 'utf8');
      return { path, text, program: parseSync(path, text).program };
    }),
);

/** Every node of a tree with its ancestors, the nearest last. */
export function* nodesOf(node: Node, ancestors: readonly Node[] = []): Generator<[Node, readonly Node[]]> {
  yield [node, ancestors];
  const inside = [...ancestors, node];
  for (const child of Object.values(node).flat()) if (isNode(child)) yield* nodesOf(child, inside);
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

/** `renderer/app.tsx:12` */
export const placeOf = ({ path, text }: Source, node: Node): string =>
  `${path}:${text.slice(0, node.start).split('\n').length}`;
