import type { Resource } from '../../../app/shared/resource/resource.ts';
import type { PastedRequest } from './pasted-request.ts';

type Body = Resource['body'];

/**
 * The body of a pasted request as a resource keeps it: GraphQL if it is JSON with a query, JSON, or the fields of a form.
 * `undefined`: none of these, such as XML or a file.
 */
export function bodyOfPasted({ body: text = '', headers }: PastedRequest): Body | undefined {
  const type = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1].toLowerCase() ?? '';
  if (text === '') return { type: 'json', text: '', variables: '' };
  const value = parsed(text);
  if (value !== undefined && (type === '' || type.includes('json') || isObject(value)))
    return graphqlOf(value) ?? { type: 'json', text, variables: '' };
  const isForm = type.startsWith('application/x-www-form-urlencoded') || type === '';
  if (!isForm || !/^[^\s=&]+=/.test(text)) return undefined;
  const fields = [...new URLSearchParams(text)];
  if (fields.some(([, field]) => /[\r\n]/.test(field))) return undefined;
  return { type: 'form', text: fields.map(([name, field]) => `${name}=${field}`).join('\n'), variables: '' };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** GraphQL over HTTP §5.4. An operation name needs no field of its own: such a document has one operation. */
function graphqlOf(value: unknown): Body | undefined {
  if (!isObject(value) || typeof value.query !== 'string' || !/[{]/.test(value.query)) return undefined;
  const { query, variables, operationName: _, ...rest } = value;
  if (Object.keys(rest).some((name) => name !== 'extensions')) return undefined;
  const written =
    isObject(variables) && Object.keys(variables).length > 0 ? JSON.stringify(variables, undefined, 2) : '';
  return { type: 'graphql', text: query as string, variables: written }; // a string, as checked above
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
