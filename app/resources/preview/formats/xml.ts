import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { scalarSource } from './json-text.ts';

export interface XmlFault {
  message: string;
  line?: number;
  column?: number;
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The five entities of XML (XML 1.0 §4.6) and character references, once each: nothing can expand into more. */
function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return named[name] ?? whole;
    const code = hex !== undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : whole;
  });
}

const doctypeRefused = 'The XML holds a document type (DOCTYPE), which is not read for safety.';
const ignore = () => undefined;

/** XML as JSON: attributes as `@name`, repeated elements as lists, text beside them as `#text`. Texts keep their source. */
export function xmlToJson(text: string): { json: Buffer; notes: string[] } | { fault: XmlFault } {
  try {
    const doctype = findDoctype(text);
    // A document type can define entities that expand without end, or point at files: no answer for a dashboard needs one.
    if (doctype !== -1) return { fault: { message: doctypeRefused, ...placeOf(text, doctype) } };
    const valid = XMLValidator.validate(text);
    if (valid !== true) return { fault: { message: said(valid.err.msg), line: valid.err.line, column: valid.err.col } };
    const parser = new XMLParser({
      ignoreAttributes: false,
      attributeNamePrefix: '@',
      parseTagValue: false,
      parseAttributeValue: false,
      ignoreDeclaration: true,
      ignorePiTags: true,
      jPath: false,
      entityDecoder: {
        decode: decodeEntities,
        setExternalEntities: ignore,
        addInputEntities: ignore,
        reset: ignore,
        setXmlVersion: ignore,
      },
    });
    const value: unknown = parser.parse(text);
    return { json: Buffer.from(sourceOf(value)), notes: [] };
  } catch (error) {
    return { fault: { message: said(error instanceof Error ? error.message : 'it cannot be read') } };
  }
}

const said = (text: string) => `The XML is not valid: ${text.replace(/\.$/, '').slice(0, 300)}.`;

/** Past the declaration, comments and processing instructions, before the root element. -1: there is none. */
function findDoctype(text: string): number {
  const prolog = /(?:\s+|\ufeff|<\?[\s\S]*?\?>|<!--[\s\S]*?-->)*/y;
  prolog.exec(text);
  const after = prolog.lastIndex;
  return /^<!doctype/i.test(text.slice(after, after + 10)) ? after : -1;
}

function placeOf(text: string, position: number): { line: number; column: number } {
  const before = text.slice(0, position).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** The parser nests at most 100 deep, so this may recurse. */
function sourceOf(value: unknown): string {
  if (typeof value === 'string') return scalarSource(value);
  if (Array.isArray(value)) return `[${value.map(sourceOf).join(',\n')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  return `{${Object.entries(value)
    .map(([key, child]) => `${JSON.stringify(key)}:${sourceOf(child)}`)
    .join(',')}}`;
}
