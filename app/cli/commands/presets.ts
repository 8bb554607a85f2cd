import { RequestError } from '../../shared/errors.ts';
import { message } from '../../shared/messages/message.ts';
import { grantsOf } from '../../shared/preset/grants-of.ts';
import { presetIn } from '../../shared/preset/preset-in.ts';
import { type PresetSummary, summariesIn } from '../../shared/preset/preset-summary.ts';
import { requireNamed } from '../../shared/require-named.ts';
import type { Context, Run } from '../context.ts';
import { tableText } from '../table.ts';

async function presetsOf(context: Context): Promise<PresetSummary[]> {
  const { language } = await context.texts();
  return summariesIn(await (await context.session()).call('presets.list', {}), language);
}

async function print(context: Context, presets: readonly PresetSummary[]): Promise<void> {
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
  const found = (await presetsOf(context)).filter(({ id, name, aliases, description }) => {
    const text = `${id} ${name} ${aliases.join(' ')} ${description}`.toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
  if (found.length === 0)
    throw new RequestError('local.not_found', message('local.notFound', { text: words.join(' ') }));
  await print(context, found);
};

export const showPreset: Run = async (context, [text = '']) => {
  const { id } = requireNamed(await presetsOf(context), text);
  const session = await context.session();
  const { language } = await context.texts();
  const read = await session.call('presets.read', { id });
  if (read === null) throw new RequestError('local.not_found', message('local.notFound', { text }));
  const preset = presetIn(read, language);
  if (context.isJson) return context.printJson(preset);
  const { textOf } = await context.texts();
  await context.print(
    tableText([
      [textOf(message('cli.column.preset')), preset.name],
      ['ID', preset.id],
      ['', preset.description],
      [textOf(message('cli.column.console')), preset.consoleUrl || '–'],
      [textOf(message('cli.column.grants')), grantsOf(preset).join(', ')],
      [textOf(message('cli.column.hosts')), preset.hosts.join(' ') || '–'],
    ]),
  );
};
