import { powerQueryLiteral } from '../../shared/power-query-literal.ts';
import type { DataFormat } from '../../shared/resource/resource.ts';
import { type CopiedRequest, expression, type Part, type Value, valuesOf, variablesOf } from './value.ts';

/** How each format is read (Power Query M function reference). UTF-8 is code page 65001. */
const readers: Record<DataFormat, (source: string) => string> = {
  json: (source) => `Json.Document(${source})`,
  xml: (source) => `Xml.Tables(${source})`,
  csv: (source) => `Csv.Document(${source}, [Encoding = 65001])`,
};

/** A field of a record. In quotes any text is a name. */
const field = (name: string): string => `#${powerQueryLiteral(name)}`;

/** Power Query reads no environment: each variable is a step to fill in. */
const written = (value: Value): string =>
  expression(value, {
    literal: powerQueryLiteral,
    read: (name) => name,
    base64: (pair) => `Binary.ToText(Text.ToBinary(${written(pair)}, TextEncoding.Utf8), BinaryEncoding.Base64)`,
    join: ' & ',
  });

/**
 * A query. A fixed address with `RelativePath` and `Query` lets the Power BI service refresh it. The program encodes the
 * query itself, so it is written decoded.
 */
export function powerQuery(request: CopiedRequest, format: DataFormat): string {
  const { url, headers, body } = request;
  const { base, path, query } = splitUrl(url);
  const variables = new Set(valuesOf(request).flatMap(variablesOf));
  const options = [
    ...(path.length === 0 ? [] : [`RelativePath = ${written(path)}`]),
    ...(query.length === 0
      ? []
      : [`Query = [${query.map(([name, values]) => `${field(name)} = ${listed(values)}`).join(', ')}]`]),
    ...(headers.length === 0
      ? []
      : [`Headers = [${headers.map(([name, value]) => `${field(name)} = ${written(value)}`).join(', ')}]`]),
    // A request with a content is a POST.
    ...(body === undefined ? [] : [`Content = Text.ToBinary(${written(body)}, TextEncoding.Utf8)`]),
  ];
  const source = `Web.Contents(\n        ${written(base)},\n        [\n${options.map((each) => `            ${each}`).join(',\n')}\n        ]\n    )`;
  return [
    'let',
    ...[...variables].map((name) => `    ${name} = "",`),
    `    Source = ${readers[format](source)}`,
    'in',
    '    Source',
  ].join('\n');
}

/** A name that occurs more than once has a list. */
const listed = (values: readonly Value[]): string =>
  values.length === 1 ? written(values[0] ?? []) : `{${values.map(written).join(', ')}}`;

interface SplitUrl {
  base: Value;
  /** Without the slash at its start. */
  path: Value;
  query: [name: string, values: Value[]][];
}

/** Splits a URL at its path and its query, which is decoded. A query with variables in its names stays with the path. */
function splitUrl(url: Value): SplitUrl {
  const mark = (index: number) => `\ue000${index}\ue001`;
  const variables: Part[] = [];
  const text = url.map((part) => (typeof part === 'string' ? part : mark(variables.push(part) - 1))).join('');
  const back = (piece: string): Value =>
    piece
      .split(/(\ue000\d+\ue001)/)
      .filter((part) => part !== '')
      .map((part) => variables[Number(/^\ue000(\d+)\ue001$/.exec(part)?.[1] ?? -1)] ?? part);
  const [, origin = '', path = '', search = ''] = /^(\w+:\/\/[^/?]*)\/?([^?]*)\??(.*)$/s.exec(text) ?? [];
  const query = new Map<string, Value[]>();
  for (const pair of search.split('&').filter((each) => each !== '')) {
    const equals = pair.indexOf('=');
    const name = decoded(equals === -1 ? pair : pair.slice(0, equals));
    // Without `=`, or with a variable in its name: the record of `Query` cannot hold it.
    if (equals === -1 || name === '' || name.includes('\ue000'))
      return { base: back(origin), path: back(`${path}?${search}`), query: [] };
    query.set(name, [...(query.get(name) ?? []), back(decoded(pair.slice(equals + 1)))]);
  }
  return { base: back(origin), path: back(path), query: [...query] };
}

/** `application/x-www-form-urlencoded` (WHATWG URL §5.1). */
const decoded = (text: string): string => new URLSearchParams(`x=${text}`).get('x') ?? '';
