import { RequestError } from '../../shared/errors.ts';
import { message } from '../../shared/messages/message.ts';
import type { Preset } from '../../shared/preset/preset.ts';
import { presetIn } from '../../shared/preset/preset-in.ts';
import { requireNamed } from '../../shared/require-named.ts';
import type { Context, Run } from '../context.ts';
import { tableText } from '../table.ts';

async function presetsOf(context: Context): Promise<Preset[]> {
  const { language } = await context.texts();
  return (await (await context.session()).call('presets.list', {})).map((preset) => presetIn(preset, language));
}

async function print(context: Context, presets: readonly Preset[]): Promise<void> {
  if (context.isJson) return context.printJson(presets.map(({ id, name, description }) => ({ id, name, description })));
  const { textOf } = await context.texts();
  await context.print(
    tableText([
      [textOf(message('cli.column.preset')), 'ID', ''],
      ...presets.map(({ id, name, description }) => [name, id, description]),
    ]),
  );
}

export const listPresets: Run = async (context) => print(context, await presetsOf(context));

export const searchPresets: Run = async (context, words) => {
  const wanted = words.map((word) => word.toLowerCase());
  const found = (await presetsOf(context)).filter(({ id, name, description }) => {
    const text = `${id} ${name} ${description}`.toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
  if (found.length === 0)
    throw new RequestError('local.not_found', message('local.notFound', { text: words.join(' ') }));
  await print(context, found);
};

export const showPreset: Run = async (context, [text = '']) => {
  const preset = requireNamed(await presetsOf(context), text);
  if (context.isJson) return context.printJson(preset);
  const { textOf } = await context.texts();
  await context.print(
    tableText([
      [textOf(message('cli.column.preset')), preset.name],
      ['ID', preset.id],
      ['', preset.description],
      [textOf(message('cli.column.console')), preset.consoleUrl || '–'],
      [textOf(message('cli.column.grants')), [preset.grant, ...preset.otherGrants].join(', ')],
      [textOf(message('cli.column.hosts')), preset.hosts.join(' ') || '–'],
    ]),
  );
};
