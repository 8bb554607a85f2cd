import { type Message, message } from '../../../shared/messages/message.ts';
import { formatFacts } from '../../../shared/resource/formats.ts';
import { type DataFormat, dataFormats } from '../../../shared/resource/resource.ts';
import type { Look } from './format.ts';
import { formats } from './formats.ts';

/** What the body is, if not in the requested format. `undefined`: it may be. `start`: its first characters. */
export function findMismatch(format: DataFormat, contentType: string, start: string): Message | undefined {
  const text = start.trimStart();
  const { mayStartLike, refuses } = formats[format];
  const asked = formatFacts[format].name;
  const isAnother = (look: Look) => look === 'surely' || (look === 'likely' && mayStartLike?.(text) !== true);
  const lookOf = (each: DataFormat) => formats[each].look(text, contentType);
  if (isAnother(htmlLook(text, contentType))) return message('preview.html', { format: asked });
  const others = dataFormats.filter((each) => each !== format);
  const other = others.find((each) => lookOf(each) === 'surely') ?? others.find((each) => isAnother(lookOf(each)));
  if (other === undefined) return refuses?.(text, contentType);
  const { name } = formatFacts[other];
  return message('preview.otherFormat', { sent: name, format: asked });
}

function htmlLook(text: string, contentType: string): Look {
  if (/^(<!--[\s\S]*?-->\s*)?<(!doctype html|html|head|body)\b/i.test(text)) return 'surely';
  const isMarkup = text.startsWith('<') && !text.startsWith('<?xml');
  return isMarkup && /\btext\/html\b/i.test(contentType) ? 'likely' : undefined;
}
