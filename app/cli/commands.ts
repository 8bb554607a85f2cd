import type { cli } from '../shared/messages/en/cli.ts';

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
}

/** Of every command. */
export const commonOptions: readonly CommandOption[] = [
  { flags: '--json', text: 'cli.option.json' },
  { flags: '--data <folder>', text: 'cli.option.data' },
];

/** Of the server, for the help. `serve/flags.ts` reads them. */
const serveOptions: readonly CommandOption[] = [
  { flags: '--port <port>', text: 'cli.serve.port' },
  { flags: '--address <address>', text: 'cli.serve.address' },
  { flags: '--host <name>', text: 'cli.serve.host' },
  { flags: '--network <network>', text: 'cli.serve.network' },
  { flags: '--accept-plain-network', text: 'cli.serve.plain' },
  { flags: '--metrics <address>', text: 'cli.serve.metrics' },
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
  },
  { usage: 'show <name>', text: 'cli.show' },
  {
    usage: 'authorize <connection>',
    text: 'cli.authorize',
    options: [
      { flags: '--browser', text: 'cli.authorize.browser' },
      { flags: '--popup', text: 'cli.authorize.popup' },
      { flags: '--device', text: 'cli.authorize.deviceCode' },
      { flags: '--fresh', text: 'cli.authorize.fresh' },
    ],
  },
  {
    usage: 'token <connection>',
    text: 'cli.token',
    options: [
      { flags: '--header', text: 'cli.token.header' },
      { flags: '--min-valid <duration>', text: 'cli.token.minValid' },
    ],
  },
  {
    usage: 'get <resource>',
    text: 'cli.get',
    options: [
      { flags: '-f, --format <format>', text: 'cli.get.format', choices: ['json', 'csv', 'ndjson', 'xlsx'] },
      { flags: '-p, --path <path>', text: 'cli.get.path' },
      { flags: '-c, --columns <names>', text: 'cli.get.columns' },
      { flags: '-o, --out <file>', text: 'cli.get.out' },
    ],
  },
  {
    usage: 'run [resources...]',
    text: 'cli.run',
    options: [{ flags: '--all', text: 'cli.run.all' }],
  },
  {
    usage: 'feeds',
    text: 'cli.feeds',
    commands: [
      { usage: 'list', text: 'cli.feeds.list' },
      {
        usage: 'publish <resource>',
        text: 'cli.feeds.publish',
        options: [{ flags: '--name <name>', text: 'cli.feeds.name' }],
      },
      {
        usage: 'unpublish <feed>',
        text: 'cli.feeds.unpublish',
      },
      { usage: 'on [feed]', text: 'cli.feeds.on' },
      {
        usage: 'off [feed]',
        text: 'cli.feeds.turnOff',
      },
      {
        usage: 'use [feed] [tool]',
        text: 'cli.feeds.use',
        options: [{ flags: '--key', text: 'cli.feeds.use.key' }],
      },
    ],
  },
  {
    usage: 'keys',
    text: 'cli.keys',
    commands: [
      {
        usage: 'create <feed>',
        text: 'cli.keys.create',
        options: [
          { flags: '--name <name>', text: 'cli.keys.nameOption' },
          { flags: '--expires <duration>', text: 'cli.keys.expires' },
        ],
      },
      { usage: 'list [feed]', text: 'cli.keys.list' },
      {
        usage: 'revoke <key>',
        text: 'cli.keys.revoke',
      },
    ],
  },
  {
    usage: 'push',
    text: 'cli.push',
    commands: [
      { usage: 'list', text: 'cli.push.list' },
      {
        usage: 'send [targets...]',
        text: 'cli.push.send',
        options: [{ flags: '--all', text: 'cli.push.all' }],
      },
      { usage: 'on <target>', text: 'cli.push.on' },
      { usage: 'off <target>', text: 'cli.push.turnOff' },
    ],
  },
  {
    usage: 'peaka',
    text: 'cli.peaka',
    commands: [
      {
        usage: 'accounts',
        text: 'cli.peaka.accounts',
      },
      { usage: 'links', text: 'cli.peaka.links' },
      {
        usage: 'update <link>',
        text: 'cli.peaka.update',
      },
    ],
  },
  {
    usage: 'presets',
    text: 'cli.presets',
    commands: [
      {
        usage: 'list',
        text: 'cli.presets.list',
      },
      {
        usage: 'show <preset>',
        text: 'cli.presets.show',
      },
      {
        usage: 'search <words...>',
        text: 'cli.presets.search',
      },
    ],
  },
  {
    usage: 'serve',
    text: 'cli.serve',
    options: serveOptions,
  },
  {
    usage: 'install-service',
    text: 'cli.installService',
    options: [
      { flags: '--system', text: 'cli.installService.system' },
      { flags: '--key-file <file>', text: 'cli.installService.keyFile' },
      { flags: '--dry-run', text: 'cli.installService.dryRun' },
      { flags: '--uninstall', text: 'cli.installService.uninstall' },
      ...serveOptions,
    ],
  },
  {
    usage: 'doctor',
    text: 'cli.doctor',
    options: [{ flags: '--network', text: 'cli.doctor.network' }],
  },
  { usage: 'stop', text: 'cli.stop' },
  {
    usage: 'completion <shell>',
    text: 'cli.completion',
  },
  { usage: 'man', text: 'cli.man' },
];
