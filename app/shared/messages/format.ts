import { ErrorCode, FormatError, IntlMessageFormat } from 'intl-messageformat';
import { en } from './en/index.ts';
import type { Language } from './languages.ts';
import { type Message, type MessageValues, setEnglishFormatter, type Texts } from './message.ts';

type Source = ConstructorParameters<typeof IntlMessageFormat>[0];
type Formatted = InstanceType<typeof IntlMessageFormat>;

/** A language with its texts. The build has compiled texts with placeholders (`scripts/lib/compile-messages.mjs`). */
interface Catalogue {
  language: Language;
  texts: Texts;
  /** Formats of the texts that were shown so far. */
  formats: Map<string, Formatted>;
}

const english: Catalogue = { language: 'en', texts: en, formats: new Map() };
let current = english;
let numberFormat = (options?: Intl.NumberFormatOptions): Intl.NumberFormat =>
  new Intl.NumberFormat(current.language, options);

/** Sets the language of all texts from now on. The window adds its own texts. */
export function setTexts(language: Language, texts: Texts): void {
  current = { language, texts, formats: new Map() };
}

/** Sets how numbers in texts are written: as the user's region does, which may differ from the language. */
export function setNumberFormat(make: typeof numberFormat): void {
  numberFormat = make;
  current.formats.clear();
}

export const currentLanguage = (): Language => current.language;

/** A value of a text: a rich text's tags are functions, and may return what `Rich` is. */
export type RichValues<Rich> = Readonly<Record<string, MessageValues[string] | ((chunks: (string | Rich)[]) => Rich)>>;

/** The text in the current language. Throws if a placeholder has no value. An unknown ID is returned as it is. */
export const format = ({ id, values }: Message): string => String(formatIn(current, id, values));

/** The text in the current language; `undefined` if a placeholder has no value. Other values are not used. */
export function formatIfComplete(message: Message): string | undefined {
  try {
    return format(message);
  } catch (error) {
    if (error instanceof FormatError && error.code === ErrorCode.MISSING_VALUE) return undefined;
    throw error;
  }
}

/** The text in the current language, with what the functions for its tags return. */
export const formatRich = <Rich>(id: string, values: RichValues<Rich>): string | Rich | (string | Rich)[] =>
  formatIn<Rich>(current, id, values);

/** The English text, for the log and for exports. */
export const formatEnglish = ({ id, values }: Message): string => String(formatIn(english, id, values));
setEnglishFormatter(formatEnglish);

/** Formats in one language, whatever the current one is: a server speaks the language of each request. */
export function formatterOf(language: Language, texts: Texts) {
  const catalogue: Catalogue = { language, texts, formats: new Map() };
  return {
    format: ({ id, values }: Message): string => String(formatIn(catalogue, id, values)),
    formatRich: <Rich>(id: string, values: RichValues<Rich>): string | Rich | (string | Rich)[] =>
      formatIn<Rich>(catalogue, id, values),
  };
}

function formatIn<Rich>(
  catalogue: Catalogue,
  id: string,
  values: RichValues<Rich> | undefined,
): string | Rich | (string | Rich)[] {
  const text: Source | undefined = catalogue.texts[id];
  if (text === undefined) return catalogue === english ? id : formatIn(english, id, values);
  if (typeof text === 'string' && !hasSyntax.test(text)) return text;
  let format = catalogue.formats.get(id);
  if (format === undefined) {
    format = new IntlMessageFormat(text, catalogue.language, undefined, { formatters });
    catalogue.formats.set(id, format);
  }
  return format.format<Rich>(
    Object.fromEntries(
      Object.entries(values ?? {}).map(([name, value]) => [
        name,
        typeof value === 'object' ? String(formatIn(catalogue, value.id, value.values)) : value,
      ]),
    ),
  );
}

/** A text without any of these characters is shown as it is. */
const hasSyntax = /[{<']/;

const formatters = {
  getNumberFormat: (_: string | string[] | undefined, options: Intl.NumberFormatOptions | undefined) =>
    numberFormat(options),
  getDateTimeFormat: (...options: ConstructorParameters<typeof Intl.DateTimeFormat>) =>
    new Intl.DateTimeFormat(...options),
  getPluralRules: (...options: ConstructorParameters<typeof Intl.PluralRules>) => new Intl.PluralRules(...options),
};
