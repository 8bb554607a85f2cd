import type { Message } from '../../../../shared/messages/message.ts';

/** Why a path selects nothing. `at`: the character in the path, counted from 1. */
export class PathFault extends Error {
  readonly text: Message;
  readonly at: number | undefined;

  constructor(text: Message, at?: number) {
    super(text.id);
    this.text = text;
    this.at = at;
  }
}
