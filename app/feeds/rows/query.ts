import type { WrittenColumn } from '../../resources/preview/export/write-choices.ts';
import { RequestError, reportError } from '../../shared/errors.ts';
import type { Feed } from '../../shared/feed/feed.ts';
import { message } from '../../shared/messages/message.ts';
import type { Resource } from '../../shared/resource/resource.ts';
import { type Condition, columnsOfCondition, mapColumns } from '../../shared/shape/condition.ts';
import type { Step } from '../../shared/shape/shape.ts';
import type { QueryAnswer, RowsAge, RowsQuery } from '../feed-rows.ts';
import { selectionOf, writeChoicesOf } from './formats.ts';
import { type Snapshot, viewOf } from './snapshot.ts';

interface Found extends RowsAge {
  snapshot: Snapshot;
  resource: Resource;
}

/** The columns of the last query. */
const known = new WeakMap<Snapshot, { key: string; columns: readonly WrittenColumn[] }>();

/** What a reader asks of a feed's rows. Rejects as `Snapshot.write`. */
export async function queryRows(
  feed: Feed,
  { snapshot, resource, isStale, error }: Found,
  { steps = [], where, columns: names, from = 0, count = Number.MAX_SAFE_INTEGER, isStrict = false }: RowsQuery,
): Promise<QueryAnswer> {
  const { at } = snapshot.facts;
  const { time, ...selection } = selectionOf(feed, 'json', at);
  const choices = { ...writeChoicesOf(feed, 'json'), root: 'array' as const };
  const key = JSON.stringify([viewOf(resource), selection, time?.name]);
  const ofSnapshot = known.get(snapshot);
  // Without rows, for the columns of the feed: names count over all of them.
  const describe = async (): Promise<readonly WrittenColumn[]> => {
    const range = { from: 0, count: 0 };
    const { columns } = await snapshot.write(resource, {
      choices,
      selection: { ...selection, ...(time && { time }), range },
    });
    known.set(snapshot, { key, columns });
    return columns;
  };
  const all = ofSnapshot?.key === key ? ofSnapshot.columns : await describe();
  const wanted = names === undefined ? all : namedColumns(all, names);
  const placed = steps.map((step) => placedStep(step, all));
  const condition = where && placedCondition(where, all);
  if (wanted === undefined || placed.includes(undefined) || (where !== undefined && condition === undefined))
    return {
      status: 'unavailable',
      error: reportError(new RequestError('input.invalid', message('feeds.noColumn'))),
      retryAt: null,
    };
  const own = wanted.filter(({ pointer }) => pointer !== null);
  const ofTime = wanted.find(({ pointer }) => pointer === null);
  const { bytes, rowCount, totalCount, columns } = await snapshot.write(resource, {
    choices: { ...choices, isStrict },
    steps: placed as Step[], // none is undefined, as checked above
    selection: {
      names: [...own, ...(ofTime ? [ofTime] : [])].map(({ name }) => name),
      columns: own.map(({ pointer }) => pointer ?? ''),
      ...(condition && { where: condition }),
      ...(time && ofTime ? { time } : {}),
      range: { from, count },
    },
  });
  return {
    status: 'rows',
    json: bytes,
    rowCount,
    totalCount,
    columns: columns.map(({ name, type }) => ({ name, type })),
    dataAt: at,
    isStale,
    error,
  };
}

/** The columns with these names, in their order. `undefined`: one of them is not there. */
function namedColumns(columns: readonly WrittenColumn[], names: readonly string[]): WrittenColumn[] | undefined {
  const found = names.flatMap((name) => columns.find((column) => column.name === name) ?? []);
  return found.length === names.length ? found : undefined;
}

/** The condition with pointers in the place of names. `undefined`: a column is not there. */
function placedCondition(where: Condition, columns: readonly WrittenColumn[]): Condition | undefined {
  const pointers = new Map(columns.map(({ name, pointer }) => [name, pointer]));
  if (columnsOfCondition(where).some((name) => (pointers.get(name) ?? null) === null)) return undefined;
  return mapColumns(where, (name) => pointers.get(name) ?? name);
}

/** The step with pointers in the place of names. `undefined`: a column is not there. */
function placedStep(step: Step, columns: readonly WrittenColumn[]): Step | undefined {
  const pointerOf = (name: string) => columns.find((column) => column.name === name)?.pointer ?? undefined;
  switch (step.kind) {
    case 'filter': {
      const column = pointerOf(step.column);
      return column === undefined ? undefined : { ...step, column };
    }
    case 'sort': {
      const keys = step.keys.flatMap((key) => {
        const column = pointerOf(key.column);
        return column === undefined ? [] : [{ ...key, column }];
      });
      return keys.length === step.keys.length ? { ...step, keys } : undefined;
    }
    case 'distinct': {
      const pointers = step.columns.flatMap((name) => pointerOf(name) ?? []);
      return pointers.length === step.columns.length ? { ...step, columns: pointers } : undefined;
    }
    case 'limit':
      return step;
  }
}
