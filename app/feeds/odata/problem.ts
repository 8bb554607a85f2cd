import type { Message } from '../../shared/messages/message.ts';

/** Why a request cannot be answered. 400: it is wrong. 404: there is no such feed. 501: it asks for what feeds cannot do. */
export class ODataProblem extends Error {
  readonly status: 400 | 404 | 406 | 501;
  readonly text: Message;

  constructor(status: ODataProblem['status'], text: Message) {
    super(text.id);
    this.status = status;
    this.text = text;
  }
}
