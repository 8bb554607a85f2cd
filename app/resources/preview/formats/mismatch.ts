import type { DataFormat } from '../../../shared/resource/resource.ts';

const names = { json: 'JSON', xml: 'XML', csv: 'CSV' };

/** What the body is when it is not what was asked for; `undefined`: it may be that. `start`: its first characters. */
export function findMismatch(format: DataFormat, contentType: string, start: string): string | undefined {
  const text = start.trimStart();
  const asked = names[format];
  if (looksLikeHtml(text, contentType, format))
    return `The service sent a web page (HTML), not ${asked}. It is often a login page, or the URL leads to a page and not to the API.`;
  if (format !== 'xml' && looksLikeXml(text, contentType, format))
    return `The service sent XML, not ${asked}. Choose XML as the format of the resource.`;
  if (format !== 'json' && looksLikeJson(text, contentType))
    return `The service sent JSON, not ${asked}. Choose JSON as the format of the resource.`;
  if (format !== 'csv' && /\b(text\/csv|tab-separated-values)\b/i.test(contentType) && !/^[[{<]/.test(text))
    return `The service sent CSV, not ${asked}. Choose CSV as the format of the resource.`;
  if (
    format === 'json' &&
    text !== '' &&
    /^text\/plain/i.test(contentType) &&
    !/^([[{"\-\d]|true|false|null)/.test(text)
  )
    return 'The service sent plain text, not JSON.';
  return undefined;
}

function looksLikeHtml(text: string, contentType: string, format: DataFormat): boolean {
  if (/^(<!--[\s\S]*?-->\s*)?<(!doctype html|html|head|body)\b/i.test(text)) return true;
  if (!text.startsWith('<') || text.startsWith('<?xml') || !/\btext\/html\b/i.test(contentType)) return false;
  return format !== 'csv' || hasMarkup(text);
}

function looksLikeXml(text: string, contentType: string, format: DataFormat): boolean {
  if (text.startsWith('<?xml')) return true;
  const isTag = /^<[a-z_!]/i.test(text) && /\bxml\b/i.test(contentType);
  if (!isTag && !/^<[a-z_][\w.:-]*[\s/>]/i.test(text)) return false;
  return format !== 'csv' || hasMarkup(text);
}

/** Names such as `<PER>` are no XML: nothing ends them, and a delimiter follows. */
const hasMarkup = (text: string) => /<\/[a-z_]|\/>/i.test(text) && !/^<[^<>]*>[ "]*[,;|\t]/.test(text);

const looksLikeJson = (text: string, contentType: string) =>
  /^[[{]/.test(text) && (/\bjson\b/i.test(contentType) || /^(\{\s*("|\})|\[\s*[{["\]])/.test(text));
