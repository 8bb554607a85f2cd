import type { GetICUArgs } from '@schummar/icu-type-parser';
import type { en } from './en/index.ts';

/**
 * A text by its ID in the catalogues of this folder and of `renderer/messages/`, with the values of its placeholders.
 * Main sends messages, not texts, so that the window shows them in the language that is chosen when it draws them.
 */
export interface Message {
  readonly id: string;
  readonly values?: MessageValues | undefined;
}
/** A message within a message is formatted in the same language. */
export type MessageValue = string | number | Message;
export type MessageValues = Readonly<Record<string, MessageValue>>;

/** The texts of one language by ID, in ICU MessageFormat (https://unicode-org.github.io/icu/userguide/format_parse/messages/). */
export type Texts = Readonly<Record<string, string>>;
/** The texts of another language: one for each ID of the English ones. */
export type Translated<English extends Texts> = Readonly<Record<keyof English, string>>;

/** The values that a text needs, read from its placeholders; absent if it has none. */
export type ArgumentsOf<Text extends string> = keyof Placeholders<Text> extends never
  ? []
  : [values: Placeholders<Text>];
type Placeholders<Text extends string> = GetICUArgs<
  Text,
  { ICUArgument: MessageValue; ICUNumberArgument: number; ICUDateArgument: never }
>;

/** Text of the app that is not from a catalogue: stored by a version that stored texts. */
export const verbatim = (text: string): Message => ({ id: 'verbatim', values: { text } });

const untyped = (id: string, values?: MessageValues): Message => (values === undefined ? { id } : { id, values });

/** Makes messages of a catalogue. The IDs decide which values there are. */
export const messageMaker = <Catalogue extends Texts>() =>
  untyped as unknown as <Id extends keyof Catalogue & string>(id: Id, ...values: ArgumentsOf<Catalogue[Id]>) => Message;

/** A message, which is formatted when it is shown. Loads no texts, so that the app starts without them. */
export const message = messageMaker<typeof en>();

let formatter: (message: Message) => string = ({ id }) => id;

/** `format.ts` sets the formatter, with the texts, when it is loaded. */
export function setEnglishFormatter(format: typeof formatter): void {
  formatter = format;
}

/** The English text, for logs; the ID, as long as no texts are loaded. */
export const inEnglish = (message: Message): string => formatter(message);
