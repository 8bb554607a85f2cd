import { isPointer } from '../json-pointer.ts';
import { type Message, message } from '../messages/message.ts';
import type { Resource } from './resource.ts';

export interface PagesProblem {
  /** A key of the setting, below `pages`. */
  field: `pages.${'path' | 'parameter' | 'sizeParameter' | 'morePath' | 'variable'}`;
  message: Message;
}

/** What keeps pages from being followed: the first problem. */
export function pagesProblem({
  pages,
  method,
  body,
}: Pick<Resource, 'pages' | 'method' | 'body'>): PagesProblem | undefined {
  if (pages === null) return undefined;
  if ('path' in pages && !isPointer(pages.path))
    return { field: 'pages.path', message: message('fields.pages.path', { path: pages.path }) };
  if (pages.type === 'url' || pages.type === 'cursor')
    if (pages.path === '') return { field: 'pages.path', message: message('fields.pages.pathMissing') };
  if ('morePath' in pages && pages.morePath !== null && !isPointer(pages.morePath))
    return { field: 'pages.morePath', message: message('fields.pages.path', { path: pages.morePath }) };
  if (pages.type === 'graphql') {
    if (method !== 'POST' || body.type !== 'graphql')
      return { field: 'pages.path', message: message('fields.pages.notGraphql') };
    return pages.variable.trim() === ''
      ? { field: 'pages.variable', message: message('fields.pages.variableMissing') }
      : undefined;
  }
  if ('parameter' in pages) {
    if (pages.parameter.trim() === '')
      return { field: 'pages.parameter', message: message('fields.pages.parameterMissing') };
    if (!isTarget(pages.parameter, method))
      return { field: 'pages.parameter', message: message('fields.pages.parameter', { name: pages.parameter }) };
  }
  if (pages.type === 'offset' && pages.size !== null && !isTarget(pages.sizeParameter, method))
    return { field: 'pages.sizeParameter', message: message('fields.pages.parameter', { name: pages.sizeParameter }) };
  return undefined;
}

/** A pointer needs a body. A name must not contain what separates parameters. */
const isTarget = (name: string, method: Resource['method']): boolean =>
  name.startsWith('/') ? method === 'POST' && isPointer(name) : /^[^&=#?\s{}]+$/.test(name);
