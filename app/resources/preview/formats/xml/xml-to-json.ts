import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { message } from '../../../../shared/messages/message.ts';
import { withoutDoctype, type XmlFault } from './doctype.ts';
import { attributeMark, textKey } from './keys.ts';
import { shapeOf, type XmlShape } from './shape.ts';

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Decodes the five entities of XML (XML 1.0 §4.6) and character references once, so that nothing expands further. */
function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return named[name] ?? whole;
    const code = hex !== undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : whole;
  });
}

/** XML has no number type: texts that are valid JSON numbers become numbers, with all digits. */
const jsonNumber = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/;

/** JSON source for a text of XML. */
const scalarSource = (text: string): string => (jsonNumber.test(text) ? text : JSON.stringify(text));

const ignore = () => undefined;

/** The parser refuses or changes names such as `constructor`. This prefix makes them ordinary names. */
const tagMark = '<';
/** The parser passes the name of an empty element twice. */
const markTag = (name: string) => (name.startsWith(tagMark) ? name : tagMark + name);

/**
 * XML as JSON: attributes as `@name`, repeated elements as lists, text beside either as `#text`. If an element has
 * attributes anywhere, its text is in `#text` everywhere, so that one column holds it; if it is repeated anywhere, it is a
 * list everywhere. Texts keep their source.
 */
export function xmlToJson(text: string): { json: Buffer } | { fault: XmlFault } {
  try {
    const read = withoutDoctype(text);
    if ('fault' in read) return read;
    const valid = XMLValidator.validate(read.text);
    if (valid !== true)
      return { fault: { message: faultMessage(valid.err.msg), line: valid.err.line, column: valid.err.col } };
    const parser = new XMLParser({
      ignoreAttributes: false,
      attributeNamePrefix: attributeMark,
      textNodeName: textKey,
      parseTagValue: false,
      parseAttributeValue: false,
      ignoreDeclaration: true,
      ignorePiTags: true,
      jPath: false,
      transformTagName: markTag,
      entityDecoder: {
        decode: decodeEntities,
        setExternalEntities: ignore,
        addInputEntities: ignore,
        reset: ignore,
        setXmlVersion: ignore,
      },
    });
    const value: unknown = parser.parse(read.text);
    return { json: Buffer.from(sourceOf(value, shapeOf(value))) };
  } catch (error) {
    return {
      fault: { message: error instanceof Error ? faultMessage(error.message) : message('preview.xml.unreadable') },
    };
  }
}

const faultMessage = (text: string) =>
  message('preview.xml.invalid', { reason: text.replace(/\.$/, '').slice(0, 300) });

/** May recurse, because the parser allows at most 100 levels. */
function sourceOf(value: unknown, shape: XmlShape | undefined): string {
  if (Array.isArray(value)) return `[${value.map((each) => sourceOf(each, shape)).join(',\n')}]`;
  if (typeof value === 'string')
    return shape?.hasText === true ? `{"${textKey}":${scalarSource(value)}}` : scalarSource(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  const members = Object.entries(value).map(([key, child]) => {
    const name = key.startsWith(tagMark) ? key.slice(tagMark.length) : key;
    const below = shape?.children.get(key);
    const source = sourceOf(child, below);
    return `${JSON.stringify(name)}:${below?.isRepeated === true && !Array.isArray(child) ? `[${source}]` : source}`;
  });
  return `{${members.join(',')}}`;
}
