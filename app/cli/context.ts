import type { Language } from '../shared/messages/languages.ts';
import type { Message } from '../shared/messages/message.ts';
import type { ExitCode } from './exit-codes.ts';
import type { Session } from './session.ts';
import type { Streams } from './streams.ts';

/** Options of every command. */
export interface CommonOptions {
  json?: boolean;
  data?: string;
}

/** What a command works with. */
export interface Context extends Streams {
  isJson: boolean;
  dataFolder: string;
  /** Aborts when the user interrupts the command, or nobody reads its output any more. */
  signal: AbortSignal;
  /** The exit code of the command, if nothing fails. Default: success. */
  endWith(code: ExitCode): void;
  /** Opened once. */
  session(): Promise<Session>;
  /** Writes to the standard output. */
  print(text: string): Promise<void>;
  /** Writes a JSON value, for `--json`. */
  printJson(value: unknown): Promise<void>;
  /** Writes a sentence to the standard error. */
  tell(message: Message): Promise<void>;
  /** Loads the texts in the user's language. They are late, because printing a token needs none. */
  texts(): Promise<Texts>;
}

export interface Texts {
  textOf(message: Message): string;
  language: Language;
}

/** One command. `parameters`: in the order of its arguments. */
export type Run<Options extends object = object> = (
  context: Context,
  parameters: string[],
  options: Options,
) => Promise<void>;
