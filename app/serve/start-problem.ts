import { inEnglish, type Message } from '../shared/messages/message.ts';

/** Exit codes of `serve`: those of the command line (`cli/exit-codes.ts`), and one more. `0`: it ended in order. */
export const exitCodes = {
  unexpected: 1,
  /** A flag is unknown or has a wrong value. */
  usage: 2,
  /** The vault's key is missing, wrong, or in a file that others can read. */
  key: 7,
  /** Another Tokenboard uses the data folder, or the folder cannot be used. */
  folder: 8,
  /** The feeds or the metrics cannot listen: a port in use, no certificate, a network without encryption. */
  listen: 10,
} as const;
export type StartProblemKind = keyof typeof exitCodes;

/** Why the server did not start, and what to do. */
export class StartProblem extends Error {
  readonly kind: StartProblemKind;
  readonly text: Message;

  constructor(kind: StartProblemKind, text: Message, options: ErrorOptions = {}) {
    super('', options);
    // Read when it is needed: a problem may be found before the texts are loaded.
    Object.defineProperty(this, 'message', { get: () => inEnglish(text) });
    this.name = 'StartProblem';
    this.kind = kind;
    this.text = text;
  }
}
