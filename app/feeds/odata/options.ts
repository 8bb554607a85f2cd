import { message } from '../../shared/messages/message.ts';
import type { SortStep } from '../../shared/shape/shape.ts';
import { type Filter, parseFilter } from './filter.ts';
import { ODataProblem } from './problem.ts';

/** What a reader asks for (OData 4.01 URL Conventions §5.1). Columns are not checked yet. */
export interface QueryOptions {
  /** `undefined`: all. */
  top: number | undefined;
  skip: number;
  /** Rows of earlier pages. */
  done: number;
  select: string[] | undefined;
  order: SortStep['keys'];
  filter: Filter | undefined;
  counts: boolean;
  format: string | undefined;
  /** Everything but the page, as it was sent: for the link to the next one. */
  others: string;
}

const known = ['$top', '$skip', '$skiptoken', '$select', '$orderby', '$filter', '$count', '$format'] as const;

/** `query`: what follows `?`. Throws ODataProblem 400, or 501 for what feeds cannot do. */
export function readOptions(query: string): QueryOptions {
  const options = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(query)) {
    if (!name.startsWith('$')) continue;
    if (!known.some((each) => each === name)) throw new ODataProblem(501, message('odata.noOption', { option: name }));
    if (options.has(name)) throw new ODataProblem(400, message('odata.twice', { option: name }));
    options.set(name, value);
  }
  const number = (name: string): number | undefined => {
    const text = options.get(name)?.trim();
    if (text === undefined) return undefined;
    if (!/^\d{1,15}$/.test(text)) throw new ODataProblem(400, message('odata.badNumber', { option: name }));
    return Number(text);
  };
  const filter = options.get('$filter')?.trim();
  return {
    top: number('$top'),
    skip: number('$skip') ?? 0,
    done: number('$skiptoken') ?? 0,
    select: readSelect(options.get('$select')),
    order: readOrder(options.get('$orderby') ?? ''),
    filter: filter === undefined || filter === '' ? undefined : parseFilter(filter),
    counts: options.get('$count') === 'true',
    format: options.get('$format')?.trim().toLowerCase(),
    others: withoutPage(query),
  };
}

function readSelect(text: string | undefined): string[] | undefined {
  const names =
    text
      ?.split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '') ?? [];
  const path = names.find((name) => name.includes('/'));
  if (path !== undefined) throw new ODataProblem(501, message('odata.noPath', { path }));
  return names.length === 0 || names.includes('*') ? undefined : [...new Set(names)];
}

function readOrder(text: string): SortStep['keys'] {
  return text
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '')
    .map((each) => {
      const [, column, direction] = /^([\p{L}_][\p{L}\p{N}_]*)(?:\s+(asc|desc))?$/u.exec(each) ?? [];
      if (column !== undefined) return { column, descending: direction === 'desc' };
      const isExpression = /[(/]/.test(each);
      throw new ODataProblem(
        isExpression ? 501 : 400,
        isExpression ? message('odata.noFunction', { name: each }) : message('odata.badOrder', { text: each }),
      );
    });
}

const withoutPage = (query: string): string =>
  query
    .split('&')
    .filter((each) => each !== '' && !/^(?:\$|%24)skiptoken=/i.test(each))
    .join('&');
