import type { DataFormat } from '../resource/resource.ts';
import { indentJson } from './indent-json.ts';
import { indentXml } from './indent-xml.ts';

/**
 * Puts a text on long lines into lines, a piece of about 64,000 characters at a time. An empty piece is a pause: about
 * as much has been read since the one before. The text is valid in its format.
 */
export type Indent = (text: string) => Generator<string, void, undefined>;

/** `undefined`: the lines of the format are its records. */
export const indents: Record<DataFormat, Indent | undefined> = { json: indentJson, xml: indentXml, csv: undefined };

/** The whole text in lines. */
export const indented = (indent: Indent, text: string): string => [...indent(text)].join('');
