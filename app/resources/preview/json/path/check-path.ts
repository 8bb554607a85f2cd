import type { CallResponse } from '../../../../shared/contract/contract.ts';
import { isPointer } from '../../../../shared/json-pointer.ts';
import { type Message, message } from '../../../../shared/messages/message.ts';
import { readRowPath } from '../../../../shared/preview/row-path.ts';
import type { JsonDocument } from '../document.ts';
import { findRows } from '../find-rows.ts';
import { PathFault } from './path-fault.ts';

/** Says how many rows a path selects, or what is wrong with it, where, and what to write instead. */
export function checkPath(document: JsonDocument, dataPath: string): CallResponse<'preview.path'> {
  const { pointer } = readRowPath(dataPath);
  const isQuery = dataPath.startsWith('$');
  if (!isQuery && pointer !== '' && !pointer.startsWith('/')) return fault(message('paths.fault.start'), 1);
  if (!isQuery && !isPointer(pointer)) {
    const at = dataPath.search(/~(?![01])/) + 1;
    return fault(message('paths.fault.tilde', { at }), at);
  }
  const rows = findRows(document, dataPath);
  if (rows instanceof PathFault) return fault(rows.text, rows.at);
  if (rows !== undefined) return { status: 'rows', rowCount: rows.offsets.length };
  return fault(message(document.resolve(pointer) === -1 ? 'paths.fault.none' : 'paths.fault.noTable'));
}

const fault = (text: Message, at?: number): CallResponse<'preview.path'> => ({
  status: 'fault',
  message: text,
  ...(at === undefined ? {} : { at }),
});
