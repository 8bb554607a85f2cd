import { characterStart } from '../lines.ts';
import { cut, readStringStart } from './cells.ts';
import { kindAt, skipValue } from './walk.ts';
import { withoutMarks } from './xml-text.ts';

const valueLimit = 1024 * 1024;

/** The value at `at`: the content of a string, the source of anything else. At most 1 MiB. */
export function readValue(bytes: Buffer, at: number): { text: string; truncated: boolean } {
  if (kindAt(bytes, at) === 'string') {
    const { text, whole } = readStringStart(bytes, at, valueLimit);
    return { text: cut(text, valueLimit), truncated: !whole };
  }
  return readSource(bytes, at, skipValue(bytes, at));
}

/** The same of a value made from XML: a list or object has no marks. */
export function readXmlValue(bytes: Buffer, at: number): { text: string; truncated: boolean } {
  const read = readValue(bytes, at);
  return kindAt(bytes, at) === 'string' ? read : { ...read, text: withoutMarks(read.text) };
}

export function readSource(bytes: Buffer, from: number, to: number): { text: string; truncated: boolean } {
  const truncated = to - from > valueLimit;
  const end = truncated ? characterStart(bytes, from + valueLimit) : to;
  return { text: bytes.toString('utf8', from, end), truncated };
}
