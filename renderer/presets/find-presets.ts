import type { PresetSummary } from '../../app/shared/preset/preset-summary.ts';
import { fold } from '../common/filter.ts';

/**
 * The presets that a text may mean, the likeliest first: it begins the name, begins a word of it, is inside it, is in
 * another name of the service, in the description or the category, or its letters occur in the name in this order, the
 * closer together the better. Equal ones keep their order. `categoryOf`: the category's name in the language of the window. Pure.
 */
export function findPresets(
  presets: readonly PresetSummary[],
  text: string,
  categoryOf: (preset: PresetSummary) => string,
): PresetSummary[] {
  const wanted = fold(text.trim());
  if (wanted === '') return [...presets];
  return presets
    .flatMap((preset) => {
      const rank = rankOf(preset, wanted, categoryOf(preset));
      return rank === undefined ? [] : [{ preset, rank }];
    })
    .sort((a, b) => a.rank - b.rank)
    .map(({ preset }) => preset);
}

/** A smaller number is a better match. `undefined`: none. */
function rankOf(preset: PresetSummary, wanted: string, category: string): number | undefined {
  const name = fold(preset.name);
  const aliases = preset.aliases.map(fold);
  if (name === wanted) return 0;
  if (name.startsWith(wanted)) return 1;
  if (aliases.some((alias) => alias === wanted)) return 2;
  if (wordsOf(name).some((word) => word.startsWith(wanted))) return 3;
  if (aliases.some((alias) => wordsOf(alias).some((word) => word.startsWith(wanted)))) return 4;
  const words = wanted.split(/\s+/);
  const isIn = (text: string): boolean => words.every((word) => text.includes(word));
  if (isIn(name)) return 5;
  if (isIn([name, ...aliases].join(' '))) return 6;
  if (isIn([name, ...aliases, fold(preset.description), fold(category)].join(' '))) return 7;
  const span = words.length === 1 && wanted.length > 1 ? spanInOrder(name, wanted) : undefined;
  return span === undefined ? undefined : 8 + span / 1000;
}

const wordsOf = (text: string): string[] => text.split(/[^\p{L}\p{N}]+/u);

/**
 * How many characters the letters take up that occur in the text in this order, such as `ggsh` in `google sheets`. The
 * first letter is that of a word: other hits are chance. `undefined`: they do not occur.
 */
function spanInOrder(text: string, letters: string): number | undefined {
  const spans = wordsOf(text).flatMap((word, at, all) => {
    if (!word.startsWith(letters[0] ?? '')) return [];
    const rest = all.slice(at).join(' ');
    let end = -1;
    for (const letter of letters) {
      end = rest.indexOf(letter, end + 1);
      if (end === -1) return [];
    }
    return [end];
  });
  return spans.length === 0 ? undefined : Math.min(...spans);
}
