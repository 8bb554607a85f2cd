import { message } from '../../shared/messages/message.ts';
import { requireNamed } from '../../shared/require-named.ts';
import type { Run } from '../context.ts';
import { tableText } from '../table.ts';
import { timeFromNow } from '../views.ts';

export const listAccounts: Run = async (context) => {
  const accounts = await (await context.session()).call('peaka.accounts', {});
  if (context.isJson) return context.printJson(accounts);
  if (accounts.length === 0) return context.tell(message('cli.peaka.noAccounts'));
  const { textOf } = await context.texts();
  await context.print(
    tableText([
      [textOf(message('cli.column.account')), 'ID', ''],
      ...accounts.map(({ peakaAccount: { id, name, baseUrl } }) => [name, id, baseUrl]),
    ]),
  );
};

export const listLinks: Run = async (context) => {
  const links = await (await context.session()).call('peaka.links', {});
  if (context.isJson) return context.printJson(links);
  if (links.length === 0) return context.tell(message('cli.peaka.noLinks'));
  const { textOf, language } = await context.texts();
  await context.print(
    tableText([
      [
        textOf(message('cli.column.connection')),
        'ID',
        textOf(message('cli.column.updated')),
        textOf(message('cli.column.error')),
      ],
      ...links.map(({ link }) => [
        link.name,
        link.id,
        timeFromNow(link.updatedAt, language),
        (link.pending?.error ?? link.error)?.code ?? '–',
      ]),
    ]),
  );
};

/** Sends Peaka the newest token. */
export const updateLink: Run = async (context, [text = '']) => {
  const session = await context.session();
  const links = (await session.call('peaka.links', {})).map(({ link }) => link);
  const { id } = requireNamed(links, text);
  const updated = await session.call('peaka.updateLink', { linkId: id });
  if (context.isJson) return context.printJson(updated);
  await context.tell(message('cli.peaka.updated', { name: updated.link.name }));
};
