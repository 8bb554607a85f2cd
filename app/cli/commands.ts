import type { cli } from '../shared/messages/en/cli.ts';
import type { Run } from './context.ts';

export type CliText = keyof typeof cli;

export interface CommandOption {
  /** As commander writes them: `--format <format>`. */
  flags: string;
  text: CliText;
  choices?: readonly string[];
}

export interface CommandFacts {
  /** With its arguments: `token <connection>`. */
  usage: string;
  text: CliText;
  options?: readonly CommandOption[];
  /** Commands below this one. */
  commands?: readonly CommandFacts[];
  /** Loaded when the command is used. */
  load?(): Promise<Run<never>>;
}

/** Of every command. */
export const commonOptions: readonly CommandOption[] = [
  { flags: '--json', text: 'cli.option.json' },
  { flags: '--data <folder>', text: 'cli.option.data' },
];

/** Every command, in the order of the help. The help, the completion and the man page are made from this list. */
export const commands: readonly CommandFacts[] = [
  {
    usage: 'list',
    text: 'cli.list',
    options: [
      { flags: '--connections', text: 'cli.list.connections' },
      { flags: '--resources', text: 'cli.list.resources' },
    ],
    load: async () => (await import('./commands/list.ts')).list,
  },
  {
    usage: 'show <name>',
    text: 'cli.show',
    load: async () => (await import('./commands/show.ts')).show,
  },
  {
    usage: 'token <connection>',
    text: 'cli.token',
    options: [
      { flags: '--header', text: 'cli.token.header' },
      { flags: '--min-valid <duration>', text: 'cli.token.minValid' },
    ],
    load: async () => (await import('./commands/token.ts')).token,
  },
];
