import type { en } from './en/index.ts';
import { format } from './format.ts';
import type { ArgumentsOf, Message, MessageValues, Texts } from './message.ts';

/** `text` for the IDs of a catalogue. */
export type TextFunction<Catalogue extends Texts> = <Id extends keyof Catalogue & string>(
  id: Id,
  ...values: ArgumentsOf<Catalogue[Id]>
) => string;

// The IDs decide which values there are; what formats a text takes any.
const untyped = (id: string, values?: MessageValues) => format({ id, values });

export const textFunction = <Catalogue extends Texts>() => untyped as unknown as TextFunction<Catalogue>;

/** The text in the current language. Draw it; do not keep it: the language may change. */
export const text = textFunction<typeof en>();

/** A message in the current language. */
export const textOf = (message: Message): string => format(message);
