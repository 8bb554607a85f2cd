import type { IncomingMessage } from 'node:http';
import { practice as de } from '../../../shared/messages/de/practice.ts';
import { practice as en } from '../../../shared/messages/en/practice.ts';
import { formatterOf, type RichValues } from '../../../shared/messages/format.ts';
import { type Language, languageOf } from '../../../shared/messages/languages.ts';
import type { MessageValues, Texts } from '../../../shared/messages/message.ts';
import type { TextFunction } from '../../../shared/messages/text.ts';
import { type Html, html } from './html.ts';

type TextId = keyof typeof en;

/** The texts of a page, in the language of the browser that asks: this service knows nothing of the app's language. */
export interface PageTexts {
  language: Language;
  text: TextFunction<typeof en>;
  /** A text with `<strong>` and `<code>` in it, so no placeholder has these names. Values are escaped. */
  rich(id: TextId, values?: Readonly<Record<string, string>>): Html;
}

const catalogues: Readonly<Record<Language, Texts>> = { en, de };

const elements: RichValues<Html> = {
  strong: (chunks) => html`<strong>${chunks}</strong>`,
  code: (chunks) => html`<code>${chunks}</code>`,
};

function pageTexts(language: Language): PageTexts {
  const { format, formatRich } = formatterOf(language, catalogues[language]);
  return {
    language,
    // The IDs decide which values there are.
    text: ((id: string, values?: MessageValues) => format({ id, values })) as PageTexts['text'],
    rich: (id, values) => {
      const parts = formatRich<Html>(id, { ...values, ...elements });
      return html`${parts}`;
    },
  };
}

const known: Readonly<Record<Language, PageTexts>> = { en: pageTexts('en'), de: pageTexts('de') };

export const textsFor = ({ headers }: Pick<IncomingMessage, 'headers'>): PageTexts =>
  known[languageOf('system', acceptedLanguages(headers['accept-language']))];

/** The languages that a browser accepts (RFC 9110 §12.5.4), the preferred one first. */
export function acceptedLanguages(header: string | undefined): string[] {
  return (header ?? '')
    .split(',')
    .map((range) => {
      const [tag = '', weight = 'q=1'] = range.trim().split(/\s*;\s*/);
      return { tag, weight: Number(/^q=([\d.]+)$/i.exec(weight)?.[1]) };
    })
    .filter(({ tag, weight }) => tag !== '' && weight > 0)
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ tag }) => tag);
}
