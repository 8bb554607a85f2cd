import type { Cell } from '../../../shared/preview/preview.ts';

/** `{"#text":"a"}` alone: an element whose text has no attributes beside it. */
const textAlone = /\{"#text":("(?:[^"\\]|\\.)*"|[^\s"{}[\],]+)\}/g;
/** A key with the mark of an attribute. Quotes inside a text have a backslash before them. */
const attributeKey = /([{,]\s?)"@(?=[^"\\]*":)/g;
const textMember = /([{,]\s?)"#text":/g;

/** The source of a value made from XML, without the marks that tell attributes and texts from elements. */
export const withoutMarks = (source: string): string =>
  source.replace(textAlone, '$1').replace(attributeKey, '$1"').replace(textMember, '$1"text":');

/** A list or object of XML as the table shows it. */
export const xmlCell = (cell: Cell): Cell =>
  cell.kind === 'array' || cell.kind === 'object' ? { ...cell, text: withoutMarks(cell.text) } : cell;
