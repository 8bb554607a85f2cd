import { recipeTools } from '../shared/feed/recipes/tools.ts';
import { type CommandFacts, type CommandOption, commands, commonOptions } from './commands.ts';

/** A command with the words that lead to it. */
export interface CommandPath extends CommandFacts {
  /** `feeds publish`. */
  path: string;
}

const nameOf = ({ usage }: CommandFacts): string => usage.split(' ')[0] ?? '';

/** Every command, those with commands below them first. */
export function everyCommand(below: readonly CommandFacts[] = commands, before = ''): CommandPath[] {
  return below.flatMap((facts) => {
    const path = before === '' ? nameOf(facts) : `${before} ${nameOf(facts)}`;
    return [{ ...facts, path }, ...everyCommand(facts.commands ?? [], path)];
  });
}

const flagsOf = ({ flags }: CommandOption): string[] => flags.split(', ').map((flag) => flag.split(' ')[0] ?? '');

/** What may follow the words of a path: commands below it and options. `''`: the program itself. */
export function wordsAfter(path: string): string[] {
  const facts = everyCommand().find((each) => each.path === path);
  const below = path === '' ? commands : (facts?.commands ?? []);
  const options = [...(facts?.options ?? []), ...commonOptions].flatMap(flagsOf);
  return [...below.map(nameOf), ...(values[path] ?? []), ...options, '--help'];
}

export const shells = ['bash', 'zsh', 'fish', 'powershell'] as const;

/** What an argument of a command may be, besides names of items. */
const values: Readonly<Record<string, readonly string[]>> = { completion: shells, 'feeds use': recipeTools };
