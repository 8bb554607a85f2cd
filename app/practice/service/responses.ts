import type { IncomingMessage, ServerResponse } from 'node:http';
import { callbackOrigins } from './callbacks.ts';
import type { Html } from './pages/html.ts';

const formLimitBytes = 64 * 1024;

/** Allows only the service's own style sheet and script. Forms may end at a callback URL. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "img-src 'self'",
  `form-action 'self' ${callbackOrigins.join(' ')}`,
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

export const pageHeaders: Readonly<Record<string, string>> = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': contentSecurityPolicy,
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

export function respond(
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string | string[]>>,
  body: string | Uint8Array = '',
): void {
  response.statusCode = status;
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  response.setHeader('Content-Length', Buffer.byteLength(body));
  response.end(body);
}

export function sendPage(response: ServerResponse, status: number, page: Html): void {
  respond(response, status, pageHeaders, page.markup);
}

export function sendJson(
  response: ServerResponse,
  status: number,
  value: unknown,
  headers: Readonly<Record<string, string | string[]>> = {},
): void {
  const type = { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' };
  respond(response, status, { ...type, ...headers }, JSON.stringify(value));
}

export function redirect(response: ServerResponse, location: string): void {
  respond(response, 303, { Location: location, 'Cache-Control': 'no-store' });
}

/** The body as text. `undefined`: larger than any form of the service. */
export async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > formLimitBytes) return undefined;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
}

export async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  return new URLSearchParams((await readBody(request)) ?? '');
}
