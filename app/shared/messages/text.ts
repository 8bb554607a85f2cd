import type { en } from './en/index.ts';
import { format } from './format.ts';
import type { ArgumentsOf, Message, MessageValues, Texts } from './message.ts';

/** `text` and `message` for the IDs of a catalogue. */
export interface TextFunctions<Catalogue extends Texts> {
  /** The text in the current language. Draw it; do not keep it: the language may change. */
  text<Id extends keyof Catalogue & string>(id: Id, ...values: ArgumentsOf<Catalogue[Id]>): string;
  /** The message itself, which is formatted when it is shown. */
  message<Id extends keyof Catalogue & string>(id: Id, ...values: ArgumentsOf<Catalogue[Id]>): Message;
}

// The IDs decide which values there are; what formats a text takes any.
const untyped = {
  text: (id: string, values?: MessageValues) => format({ id, values }),
  message: (id: string, values?: MessageValues): Message => (values === undefined ? { id } : { id, values }),
};

export const textFunctions = <Catalogue extends Texts>() => untyped as unknown as TextFunctions<Catalogue>;

export const { text, message } = textFunctions<typeof en>();

/** A message in the current language. */
export const textOf = (message: Message): string => format(message);
