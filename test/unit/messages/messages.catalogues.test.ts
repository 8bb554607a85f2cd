import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { describe, expect, it } from 'vitest';
import { doctor as germanDoctor } from '../../../app/shared/messages/de/doctor.ts';
import { de as sharedGerman } from '../../../app/shared/messages/de/index.ts';
import { doctor } from '../../../app/shared/messages/en/doctor.ts';
import { whole } from '../../../app/shared/messages/en/later.ts';
import { languageCodes } from '../../../app/shared/messages/languages.ts';
import type { Texts } from '../../../app/shared/messages/message.ts';
import { de as germanWindow } from '../../../renderer/messages/de/index.ts';
import { en as englishWindow } from '../../../renderer/messages/en/index.ts';
import { nodesOf, placeOf, sources } from './sources.ts';

// The command line loads the doctor's texts in addition.
const [en, de] = [
  { ...englishWindow, ...doctor },
  { ...germanWindow, ...germanDoctor },
];
const sharedEnglish = { ...whole, ...doctor };
const catalogues: Readonly<Record<string, Texts>> = { en, de };

/** `count: plural`, `host`, `<b>`: what a text needs, each once. */
function placeholdersOf(elements: readonly MessageFormatElement[]): string[] {
  const found = elements.flatMap((element): string[] => {
    if (element.type === TYPE.tag) return [`<${element.value}>`, ...placeholdersOf(element.children)];
    if (element.type === TYPE.plural || element.type === TYPE.select)
      return [
        `${element.value}: ${element.type === TYPE.select ? Object.keys(element.options).toSorted().join(' ') : 'plural'}`,
        ...Object.values(element.options).flatMap((option) => placeholdersOf(option.value)),
      ];
    if (element.type === TYPE.number) return [`${element.value}: number`];
    return element.type === TYPE.argument ? [element.value] : [];
  });
  return [...new Set(found)].toSorted();
}

const pluralsOf = (elements: readonly MessageFormatElement[]): string[][] =>
  elements.flatMap((element) => {
    if (element.type === TYPE.tag) return pluralsOf(element.children);
    if (element.type !== TYPE.plural && element.type !== TYPE.select) return [];
    const inside = Object.values(element.options).flatMap((option) => pluralsOf(option.value));
    return element.type === TYPE.plural ? [Object.keys(element.options), ...inside] : inside;
  });

describe('the catalogues', () => {
  it('are those of the languages', () => expect(Object.keys(catalogues)).toEqual(languageCodes));

  it.each(Object.entries(catalogues))('have the same messages: %s', (_, texts) => {
    expect(Object.keys(texts).toSorted()).toEqual(Object.keys(en).toSorted());
    expect(Object.values(texts).filter((text) => text.trim() === '')).toEqual([]);
  });

  it('have the same shared messages', () =>
    expect(Object.keys({ ...sharedGerman, ...germanDoctor }).toSorted()).toEqual(
      Object.keys(sharedEnglish).toSorted(),
    ));

  it.each(Object.entries(catalogues))('have the same placeholders and tags: %s', (_, texts) => {
    const differing = Object.entries(en).filter(
      ([id, text]) => String(placeholdersOf(parse(text))) !== String(placeholdersOf(parse(texts[id] ?? ''))),
    );
    expect(differing).toEqual([]);
  });

  it.each(Object.entries(catalogues))('have every plural form of their language: %s', (language, texts) => {
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
    const lacking = Object.entries(texts).filter(([, text]) =>
      pluralsOf(parse(text)).some((forms) => pluralCategories.some((form) => !forms.includes(form))),
    );
    expect(lacking).toEqual([]);
  });

  it('spell a text without placeholders as it is shown', () =>
    // Such a text is not parsed, where two apostrophes would be one.
    expect(
      Object.values(catalogues).flatMap((texts) =>
        Object.entries(texts).filter(([, text]) => !/[{<]/.test(text) && text.includes("'")),
      ),
    ).toEqual([]));
});

describe('the messages', () => {
  /** `{ id: 'a.b' }` and every other literal; a template such as `theme.${x}` counts for all that fit. */
  const literals = new Set<string>();
  const templates: RegExp[] = [];
  for (const { program } of sources)
    for (const [node] of nodesOf(program)) {
      if (node.type === 'Literal' && typeof node.value === 'string') literals.add(node.value);
      if (node.type !== 'TemplateLiteral' || node.expressions.length === 0) continue;
      const parts = node.quasis.map((each) => each.value.raw);
      if (!/^[a-z]\w*\./.test(parts.join('')) || !parts.every((part) => /^[\w.-]*$/.test(part))) continue;
      templates.push(new RegExp(`^${parts.map((part) => part.replaceAll('.', '\\.')).join('.+')}$`));
    }

  it('are all used', () =>
    expect(
      Object.keys(en).filter((id) => !literals.has(id) && !templates.some((template) => template.test(id))),
    ).toEqual([]));

  it('of the window are used by the window alone', () => {
    const shared = new Set(Object.keys(sharedEnglish));
    const own = new Set(Object.keys(en).filter((id) => !shared.has(id)));
    const wrong = sources
      .filter(({ path }) => path.startsWith('app/'))
      .flatMap((source) =>
        [...nodesOf(source.program)].flatMap(([node]) =>
          node.type === 'Literal' && typeof node.value === 'string' && own.has(node.value)
            ? [`${placeOf(source, node)} ${node.value}`]
            : [],
        ),
      );
    expect(wrong).toEqual([]);
  });

  it('are read while drawing, not once: the language may change', () => {
    const wrong = sources.flatMap((source) =>
      [...nodesOf(source.program)].flatMap(([node, ancestors]) => {
        const isText =
          node.type === 'CallExpression' &&
          node.callee.type === 'Identifier' &&
          ['text', 'textOf', 'rich'].includes(node.callee.name);
        return isText && !ancestors.some(({ type }) => /Function|PropertyDefinition/.test(type))
          ? [placeOf(source, node)]
          : [];
      }),
    );
    expect(wrong).toEqual([]);
  });
});
