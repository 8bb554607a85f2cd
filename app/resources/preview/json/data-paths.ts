import { parentPointer } from '../../../shared/json-pointer.ts';
import type { DataPath } from '../../../shared/preview/preview.ts';
import { oneRowPath } from '../../../shared/preview/row-path.ts';
import { type Children, valueStart } from './children.ts';
import type { JsonDocument } from './document.ts';
import { holdsKeyedRows } from './keyed-rows.ts';
import { pointerLabel } from './pointer.ts';
import { kindAt } from './walk.ts';
import { findSingleRow, type SingleRow } from './xml-rows.ts';

const shownPaths = 50;
const shownOneRows = 10;
const sampledElements = 20;
/** Common names for the requested list. */
const listNames =
  /(^|\/)(data|items?|results?|records|rows|values?|features|entries|entities|list|content|hits|nodes|elements|issues|objects)$/i;

/** Links to other pages look alike, but are not rows. */
const linkNames = /(^|\/)_?links$/i;
/** A list is certainly a list, while an object with similar members may be something else. */
const keyedWeight = 1 / 4;

interface Candidate extends DataPath {
  holdsRows: boolean;
  /** An object whose members are the rows: each row has a key. */
  isKeyed: boolean;
}

/**
 * The lists that could be the table, without those inside another's rows, followed by objects that could be a single
 * row.
 */
export function findDataPaths(document: JsonDocument): { dataPaths: DataPath[]; best: string | null } {
  const all = findCandidates(document);
  const single = document.isXml ? findSingleRow(document) : undefined;
  // Two rooms would be rows, so the beds of a single room are not the table either.
  const candidates = all.filter(({ pointer }) => single?.by !== 'name' || !pointer.startsWith(`${single.pointer}/`));
  const sorted = [...all].sort((a, b) => b.rowCount - a.rowCount);
  const dataPaths = sorted.slice(0, shownPaths).map(({ pointer, label, rowCount }) => ({ pointer, label, rowCount }));
  const oneRow = onePaths(document, dataPaths, single).filter((path) => !all.some(({ pointer }) => pointer === path));
  return {
    dataPaths: [...dataPaths, ...oneRow.map((pointer) => ({ pointer, label: pointerLabel(pointer), rowCount: 1 }))],
    best: bestOf(document, candidates, single),
  };
}

/** Objects that can be shown as one row: the whole body, those that contain a list, and a single element. */
function onePaths(document: JsonDocument, dataPaths: readonly DataPath[], single: SingleRow | undefined): string[] {
  if (document.rootKind !== 'object') return [];
  const above = dataPaths.map(({ pointer }) => parentPointer(pointer));
  const objects = [...new Set(above)].filter((pointer) => pointer !== '').slice(0, shownOneRows);
  const inXml = [...(single === undefined ? [] : [single.pointer]), ...objects];
  return document.isXml ? [...new Set(inXml)] : ['', ...objects.filter(isObject)].map(oneRowPath);

  function isObject(pointer: string): boolean {
    const at = document.resolve(pointer);
    return typeof at === 'number' && at !== -1 && kindAt(document.bytes, at) === 'object';
  }
}

function findCandidates(document: JsonDocument): Candidate[] {
  const candidates: Candidate[] = [];
  if (document.isList) {
    const rowCount = document.children('list')?.offsets.length ?? 0;
    return [{ pointer: '', label: pointerLabel(''), rowCount, holdsRows: true, isKeyed: false }];
  }
  /** Containers that are rows, or inside rows. */
  const inRows = new Set<number>();
  for (const [number, container] of document.structure.containers.entries()) {
    if (number === 0) continue;
    if (inRows.has(container.parent)) {
      inRows.add(number);
      continue;
    }
    const children: Children = { kind: container.kind, offsets: container.children.view() };
    const isKeyed = container.kind === 'object';
    // XML elements have names, not keys.
    if (isKeyed && (document.isXml || !holdsKeyedRows(document.bytes, children))) continue;
    const pointer = document.pointerOf(container);
    if (pointer === undefined || (isKeyed && linkNames.test(pointer))) continue;
    const rows = isKeyed || holdsRows(document.bytes, children);
    if (rows) inRows.add(number);
    candidates.push({
      pointer,
      label: pointerLabel(pointer),
      rowCount: children.offsets.length,
      holdsRows: rows,
      isKeyed,
    });
  }
  return candidates;
}

/** Rows are alike: objects, or arrays of cells. `[{"page": 1}, [row, row]]` is not a table; its second element is. */
function holdsRows(bytes: Uint8Array, children: Children): boolean {
  const sample = Math.min(children.offsets.length, sampledElements);
  const seen = { object: 0, array: 0 };
  for (let index = 0; index < sample; index++) {
    const kind = kindAt(bytes, valueStart(bytes, children, index));
    if (kind === 'object' || kind === 'array') seen[kind]++;
  }
  return sample > 0 && Math.max(seen.object, seen.array) >= sample * 0.75;
}

function bestOf(document: JsonDocument, candidates: Candidate[], single: SingleRow | undefined): string | null {
  const score = ({ pointer, rowCount, isKeyed }: Candidate) =>
    rowCount * (pointer === '' || listNames.test(pointer) ? 8 : 1) * (isKeyed ? keyedWeight : 1);
  let chosen: Candidate | undefined;
  for (const candidate of candidates)
    if (candidate.holdsRows && (chosen === undefined || score(candidate) > score(chosen))) chosen = candidate;
  if (chosen !== undefined) return chosen.pointer;
  if (single !== undefined && single.by !== 'root') return single.pointer;
  const root = candidates.find(({ pointer }) => pointer === '');
  if (root !== undefined) return root.pointer;
  const empty = candidates.find(({ rowCount, pointer }) => rowCount === 0 && listNames.test(pointer));
  if (empty !== undefined) return empty.pointer;
  // `{"values": [1, 2, 3]}` is a list; a profile with a few roles is not.
  const [only, ...others] = candidates;
  const rootKeys = document.count(document.structure.containers[1]?.start ?? -1);
  if (only !== undefined && others.length === 0 && only.rowCount > rootKeys) return only.pointer;
  return single?.pointer ?? null;
}
