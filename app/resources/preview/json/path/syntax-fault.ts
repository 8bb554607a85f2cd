import { JSONPathError } from 'json-p3';
import { type Message, message } from '../../../../shared/messages/message.ts';
import { PathFault } from './path-fault.ts';

/** The library's error as a sentence that says what is wrong, where, and what to write instead. */
export function syntaxFault(path: string, error: unknown): PathFault {
  if (error instanceof PathFault) return error;
  if (!(error instanceof JSONPathError)) return new PathFault(message('paths.fault.tooNested'));
  const { token } = error;
  const text = error.message;
  const at = placeIn(path, Math.min(token.index, path.length), text);
  const rest = path.slice(at);
  const place = { at: at + 1 };
  const fault = (what: Message) => new PathFault(what, at + 1);
  if (/^unclosed string/.test(text)) return fault(message('paths.fault.quote', place));
  if (/^(?:unclosed|unbalanced)/.test(text)) return fault(message('paths.fault.bracket', place));
  if (/^no such function/.test(text)) return fault(message('paths.fault.function', { ...place, name: token.value }));
  if (/must be compared|not comparable|argument/.test(text)) return fault(message('paths.fault.use', place));
  if (/^index out of range/.test(text)) return fault(message('paths.fault.index', place));
  if (/^(?:leading zero|invalid number)/.test(text)) return fault(message('paths.fault.number', place));
  if (/^=(?!=)/.test(rest) || path[at - 1] === '=') return fault(message('paths.fault.equals', place));
  if (/^(?:and|or|not)\b/i.test(rest)) return fault(message('paths.fault.and', place));
  if (/\.length\b/.test(rest)) return fault(message('paths.fault.length', place));
  if (rest.trim() === '') return fault(message('paths.fault.end', place));
  if (/^unexpected shorthand/.test(text)) return fault(message('paths.fault.name', place));
  return fault(message('paths.fault.character', { ...place, found: rest.slice(0, 1) }));
}

/** The library points behind a word that it does not expect. */
function placeIn(path: string, index: number, text: string): number {
  if (!/^unexpected filter selector token '\w/.test(text)) return index;
  return index - (/\w+$/.exec(path.slice(0, index))?.[0].length ?? 0);
}
