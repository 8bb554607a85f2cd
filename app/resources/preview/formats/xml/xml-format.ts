import { xmlDocument } from '../../json/summary.ts';
import type { Format, FormatReader } from '../format.ts';
import { findTooComplex } from './too-complex.ts';
import { xmlToJson } from './xml-to-json.ts';

export const xmlFormat: Format = {
  isReadAsItArrives: false,
  isJson: false,
  createReader: () => reader,
  look: (start, contentType) => {
    if (start.startsWith('<?xml')) return 'surely';
    const isTag = /^<[a-z_!]/i.test(start) && /\bxml\b/i.test(contentType);
    return isTag || /^<[a-z_][\w.:-]*[\s/>]/i.test(start) ? 'likely' : undefined;
  },
};

/** Keeps no state: the parser reads the whole text at the end. */
const reader: FormatReader = {
  write: () => undefined,
  end: () => undefined,
  untoldLinesFrom: () => 0,
  soFar: () => undefined,
  finish: (text, mismatch) => {
    const message = mismatch();
    if (message !== undefined) return { fault: { message } };
    const tooComplex = findTooComplex(text);
    if (tooComplex !== undefined) return { fault: tooComplex };
    const made = xmlToJson(text.toString('utf8').replace(/^\ufeff/, ''));
    return 'fault' in made ? { fault: made.fault } : { document: xmlDocument(made.json) };
  },
};
