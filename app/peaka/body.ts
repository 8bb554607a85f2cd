import { parseJson } from '../http/parse-json.ts';
import type { HttpResponse } from '../http/request-text.ts';

/** A response's body: JSON, or a text that is none. */
export type PeakaBody = { value: unknown } | { text: string; isHtml: boolean };

/** Reads JSON whatever the content type: Peaka sends a PUT's response as any type. Throws nothing. */
export function readBody({ text, headers }: Pick<HttpResponse, 'text' | 'headers'>): PeakaBody {
  const body = text.replace(/^\ufeff/, '').trim();
  try {
    return { value: parseJson(body) };
  } catch {
    const isHtml = /html/i.test(headers['content-type'] ?? '') || /^<(?:!doctype|html|head|body)/i.test(body);
    return { text: body, isHtml: isHtml && body !== '' };
  }
}
