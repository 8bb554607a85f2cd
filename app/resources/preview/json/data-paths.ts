import type { DataPath } from '../preview.ts';
import { type Children, valueStart } from './children.ts';
import type { JsonDocument } from './document.ts';
import { pointerLabel } from './pointer.ts';
import { kindAt } from './walk.ts';

const shownPaths = 50;
const sampledElements = 20;
/** What services call the list that one asked for. */
const listNames =
  /(^|\/)(data|items?|results?|records|rows|values?|features|entries|entities|list|content|hits|nodes|elements|issues|objects)$/i;

interface Candidate extends DataPath {
  holdsRows: boolean;
}

/** The arrays that could be the table: those inside the rows of another are left to the tree. */
export function findDataPaths(document: JsonDocument): { dataPaths: DataPath[]; best: string | null } {
  const candidates = findCandidates(document);
  const sorted = [...candidates].sort((a, b) => b.rowCount - a.rowCount);
  const dataPaths = sorted.slice(0, shownPaths).map(({ pointer, label, rowCount }) => ({ pointer, label, rowCount }));
  return { dataPaths, best: best(document, candidates) };
}

function findCandidates(document: JsonDocument): Candidate[] {
  const candidates: Candidate[] = [];
  if (document.isList) {
    const rowCount = document.children('list')?.offsets.length ?? 0;
    return [{ pointer: '', label: pointerLabel(''), rowCount, holdsRows: true }];
  }
  /** Containers that are, or are inside of, rows. */
  const inRows = new Set<number>();
  for (const [number, container] of document.structure.containers.entries()) {
    if (number === 0) continue;
    if (inRows.has(container.parent)) {
      inRows.add(number);
      continue;
    }
    if (container.kind !== 'array') continue;
    const children: Children = { kind: 'array', offsets: container.children.view() };
    const pointer = document.pointerOf(container);
    if (pointer === undefined) continue;
    const rows = holdsRows(document.bytes, children);
    if (rows) inRows.add(number);
    candidates.push({ pointer, label: pointerLabel(pointer), rowCount: children.offsets.length, holdsRows: rows });
  }
  return candidates;
}

/** Rows are alike: objects, or arrays of cells. `[{"page": 1}, [row, row]]` is not a table, its second element is. */
function holdsRows(bytes: Uint8Array, children: Children): boolean {
  const sample = Math.min(children.offsets.length, sampledElements);
  const seen = { object: 0, array: 0 };
  for (let index = 0; index < sample; index++) {
    const kind = kindAt(bytes, valueStart(bytes, children, index));
    if (kind === 'object' || kind === 'array') seen[kind]++;
  }
  return sample > 0 && Math.max(seen.object, seen.array) >= sample * 0.75;
}

function best(document: JsonDocument, candidates: Candidate[]): string | null {
  const score = ({ pointer, rowCount }: Candidate) => rowCount * (pointer === '' || listNames.test(pointer) ? 8 : 1);
  let chosen: Candidate | undefined;
  for (const candidate of candidates)
    if (candidate.holdsRows && (chosen === undefined || score(candidate) > score(chosen))) chosen = candidate;
  if (chosen !== undefined) return chosen.pointer;
  const root = candidates.find(({ pointer }) => pointer === '');
  if (root !== undefined) return root.pointer;
  const empty = candidates.find(({ rowCount, pointer }) => rowCount === 0 && listNames.test(pointer));
  if (empty !== undefined) return empty.pointer;
  // `{"values": [1, 2, 3]}` is a list; a profile with a few roles is not.
  const [only, ...others] = candidates;
  const rootKeys = document.count(document.structure.containers[1]?.start ?? -1);
  return only !== undefined && others.length === 0 && only.rowCount > rootKeys ? only.pointer : null;
}
