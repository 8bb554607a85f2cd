import { message } from '../../../../shared/messages/message.ts';
import { JsonDocument } from '../../json/document.ts';
import { JsonScanner } from '../../json/scanner.ts';
import type { Format, FormatReader, ReaderOptions } from '../format.ts';
import { placeOf } from '../place.ts';
import { jsonGuardLength } from './json-guard.ts';

export const jsonFormat: Format = {
  isReadAsItArrives: true,
  isJson: true,
  createReader,
  guardLength: jsonGuardLength,
  look: (start, contentType) =>
    /^[[{]/.test(start) && (/\bjson\b/i.test(contentType) || /^(\{\s*("|\})|\[\s*[{["\]])/.test(start))
      ? 'likely'
      : undefined,
  refuses: (start, contentType) =>
    start !== '' && /^text\/plain/i.test(contentType) && !/^([[{"\-\d]|true|false|null)/.test(start)
      ? message('preview.plainText')
      : undefined,
};

function createReader({ lines, start }: ReaderOptions): FormatReader {
  const scanner = new JsonScanner(lines, start);
  return {
    write: (bytes, length) => scanner.scan(bytes, length),
    end: (bytes, length) => scanner.end(bytes, length),
    untoldLinesFrom: () => scanner.fault?.position,
    soFar: (text) => (scanner.fault === undefined ? new JsonDocument(text, scanner.structure) : undefined),
    // Valid JSON is accepted, whatever content type the service sends.
    finish: (text, mismatch) => {
      const { fault, structure } = scanner;
      if (fault === undefined) return { document: new JsonDocument(text, structure) };
      const other = mismatch();
      return {
        fault: other === undefined ? { message: fault.reason, ...placeOf(text, fault.position) } : { message: other },
      };
    },
  };
}
