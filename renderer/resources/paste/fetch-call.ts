import JSON5 from 'json5';
import { z } from 'zod';
import { emptyRequest, type PastedRequest, withScheme } from './pasted-request.ts';

const optionsSchema = z.object({
  method: z.string().optional(),
  headers: z
    .union([z.record(z.string(), z.string()), z.array(z.tuple([z.string(), z.string()])).transform(Object.fromEntries)])
    .optional(),
  body: z.string().nullable().optional(),
  referrer: z.string().optional(),
});
const callSchema = z.union([z.tuple([z.string()]), z.tuple([z.string(), optionsSchema])]);

/**
 * Reads a `fetch(url, options)` call, as browsers copy it and people write it. Its options must be literals: JSON5, and
 * `JSON.stringify(…)` of a literal. `undefined`: the text is not such a call.
 */
export function readFetch(text: string): PastedRequest | undefined {
  const [start] =
    /^\s*(?:(?:const|let|var)\s+[\w$]+\s*=\s*)?(?:await\s+)?(?:window\.|globalThis\.)?fetch\(/.exec(text) ?? [];
  if (start === undefined) return undefined;
  const given = insideParentheses(text.slice(start.length));
  if (given === undefined) return undefined;
  const call = callSchema.safeParse(parsed(`[${withStringifiedBodies(given)}]`));
  if (!call.success) return undefined;
  const [url, options] = call.data;
  const { headers = {}, body, method, referrer } = options ?? {};
  const request: PastedRequest = { ...emptyRequest(), url: withScheme(url), headers: Object.entries(headers) };
  if (referrer !== undefined && referrer !== '' && !referrer.startsWith('about:'))
    request.headers.push(['Referer', referrer]);
  if (typeof body === 'string') request.body = body;
  return { ...request, method: method?.toUpperCase() ?? 'GET' };
}

function parsed(text: string): unknown {
  try {
    return JSON5.parse(text);
  } catch {
    return undefined;
  }
}

/** The text up to the parenthesis that closes the call. */
function insideParentheses(text: string): string | undefined {
  let depth = 1;
  for (const { 0: part, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`|[()]/gs)) {
    if (part === '(') depth += 1;
    if (part === ')') depth -= 1;
    if (depth === 0) return text.slice(0, index);
  }
  return undefined;
}

/** A body is often written as `JSON.stringify({ … })`. */
function withStringifiedBodies(text: string): string {
  const [before, ...rest] = text.split('JSON.stringify(');
  const after = rest.join('JSON.stringify(');
  const inside = rest.length === 0 ? undefined : insideParentheses(after);
  if (before === undefined || inside === undefined) return text;
  const value = parsed(inside);
  return value === undefined
    ? text
    : `${before}${JSON.stringify(JSON.stringify(value))}${after.slice(inside.length + 1)}`;
}
