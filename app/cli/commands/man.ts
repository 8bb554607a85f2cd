import { version } from '../../process/version.ts';
import { message } from '../../shared/messages/message.ts';
import { commonOptions } from '../commands.ts';
import type { Run, Texts } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { everyCommand } from '../facts.ts';

/** Prints the manual page, in roff with the man macros (man(7)). */
export const man: Run = async (context) => {
  const page = manPage(await context.texts());
  await (context.isJson ? context.printJson({ page }) : context.print(page));
};

/** Text that roff does not interpret. */
const plain = (text: string): string =>
  text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replace(/^(?=[.'])/gm, '\\&');

function manPage({ textOf }: Texts): string {
  const option = ({ flags, text }: { flags: string; text: Parameters<typeof message>[0] }): string =>
    `.TP\n.B ${plain(flags)}\n${plain(textOf({ id: text }))}`;
  const sections = [
    `.TH TOKENBOARD 1 "" "Tokenboard ${plain(version)}"`,
    `.SH ${textOf(message('cli.man.name'))}`,
    `tokenboard \\- ${plain(textOf(message('cli.program')))}`,
    `.SH ${textOf(message('cli.man.synopsis'))}`,
    '.B tokenboard\n.I command\n[options]',
    `.SH ${textOf(message('cli.man.commands'))}`,
    ...everyCommand().flatMap(({ path, usage, text, options = [], commands }) =>
      commands === undefined
        ? [
            `.SS "tokenboard ${plain([path, ...usage.split(' ').slice(1)].join(' '))}"`,
            plain(textOf({ id: text })),
            ...options.map(option),
          ]
        : [],
    ),
    `.SH ${textOf(message('cli.man.options'))}`,
    ...commonOptions.map(option),
    `.SH ${textOf(message('cli.man.exit'))}`,
    ...Object.entries(exitCodes).map(
      ([name, code]) => `.TP\n.B ${code}\n${plain(textOf(message(`cli.exit.${name as keyof typeof exitCodes}`)))}`,
    ),
    `.SH ${textOf(message('cli.man.environment'))}`,
    `.TP\n.B TOKENBOARD_DATA\n${plain(textOf(message('cli.option.data')))}`,
    `.TP\n.B TOKENBOARD_KEY\n${plain(textOf(message('cli.man.key')))}`,
    `.TP\n.B NO_COLOR\n${plain(textOf(message('cli.man.noColor')))}`,
  ];
  return `${sections.join('\n')}\n`;
}
