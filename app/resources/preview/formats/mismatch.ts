import type { DataFormat } from '../../resource.ts';

const names = { json: 'JSON', xml: 'XML', csv: 'CSV' };

/** What the body is when it is not what was asked for; `undefined`: it may be that. `start`: its first characters. */
export function findMismatch(format: DataFormat, contentType: string, start: string): string | undefined {
  const text = start.trimStart();
  const asked = names[format];
  if (looksLikeHtml(text, contentType))
    return `The service answered with a web page (HTML), not ${asked}. Often that is its login page, or the URL is that of a page and not of its API.`;
  if (format !== 'xml' && looksLikeXml(text, contentType))
    return `The service answered with XML, not ${asked}. Choose XML as the resource's format.`;
  if (format !== 'json' && looksLikeJson(text, contentType))
    return `The service answered with JSON, not ${asked}. Choose JSON as the resource's format.`;
  if (format !== 'csv' && /\b(text\/csv|tab-separated-values)\b/i.test(contentType) && !/^[[{<]/.test(text))
    return `The service answered with CSV, not ${asked}. Choose CSV as the resource's format.`;
  if (
    format === 'json' &&
    text !== '' &&
    /^text\/plain/i.test(contentType) &&
    !/^([[{"\-\d]|true|false|null)/.test(text)
  )
    return 'The service answered with plain text, not JSON.';
  return undefined;
}

function looksLikeHtml(text: string, contentType: string): boolean {
  if (/^(<!--[\s\S]*?-->\s*)?<(!doctype html|html|head|body)\b/i.test(text)) return true;
  return text.startsWith('<') && !text.startsWith('<?xml') && /\btext\/html\b/i.test(contentType);
}

const looksLikeXml = (text: string, contentType: string) =>
  text.startsWith('<?xml') ||
  (/^<[a-z_!]/i.test(text) && /\bxml\b/i.test(contentType)) ||
  /^<[a-z_][\w.:-]*[\s/>]/i.test(text);

const looksLikeJson = (text: string, contentType: string) =>
  /^[[{]/.test(text) && (/\bjson\b/i.test(contentType) || /^(\{\s*("|\})|\[\s*[{["\]])/.test(text));
