import { message } from '../../shared/messages/message.ts';
import { requireNamed } from '../../shared/require-named.ts';
import type { Run } from '../context.ts';
import { tableText } from '../table.ts';
import { connectionJson, resourceJson, statusMessage, timeFromNow } from '../views.ts';

/** A connection or a resource, without its secrets. */
export const show: Run = async (context, [text = '']) => {
  const session = await context.session();
  const [connections, resources] = await Promise.all([
    session.call('connections.list', {}),
    session.call('resources.list', {}),
  ]);
  const found = requireNamed(
    [
      ...connections.map((view) => ({ id: view.connection.id, name: view.connection.name, view })),
      ...resources.map((view) => ({ id: view.resource.id, name: view.resource.name, view })),
    ],
    text,
  );
  const { view } = found;
  if ('connection' in view) {
    if (context.isJson) return context.printJson({ ...connectionJson(view), settings: view.connection });
    const texts = await context.texts();
    const { textOf } = texts;
    const { connection } = view;
    const { account, error } = connectionJson(view);
    return context.print(
      tableText([
        [textOf(message('cli.column.connection')), connection.name],
        ['ID', connection.id],
        [textOf(message('cli.column.preset')), connection.presetId ?? '–'],
        [textOf(message('cli.column.status')), textOf(statusMessage(view, texts))],
        ...(account === null ? [] : [[textOf(message('cli.column.account')), account]]),
        ...(error === null || !('error' in view.status)
          ? []
          : [[textOf(message('cli.column.error')), textOf(view.status.error.message)]]),
        [textOf(message('cli.column.scopes')), connection.scopes.join(' ') || '–'],
        [textOf(message('cli.column.hosts')), connection.hosts.join(' ') || '–'],
        [
          textOf(message('cli.column.usedBy')),
          resources
            .filter(({ resource }) => view.usedBy.includes(resource.id))
            .map(({ resource }) => resource.name)
            .join(', ') || '–',
        ],
      ]),
    );
  }
  if (context.isJson) return context.printJson({ ...resourceJson(view), settings: view.resource });
  const { textOf, language } = await context.texts();
  const { resource, lastRun } = view;
  const { authorization } = resource;
  const connection =
    authorization.type === 'oauth'
      ? connections.find((each) => each.connection.id === authorization.connectionId)?.connection.name
      : undefined;
  await context.print(
    tableText([
      [textOf(message('cli.column.resource')), resource.name],
      ['ID', resource.id],
      ['URL', `${resource.method} ${resource.url}`],
      [textOf(message('cli.column.connection')), connection ?? '–'],
      [textOf(message('cli.column.path')), resource.dataPath ?? '–'],
      [
        textOf(message('cli.column.lastRun')),
        lastRun === null ? textOf(message('cli.lastRun.never')) : timeFromNow(lastRun.at, language),
      ],
      ...(lastRun === null || lastRun.code === null ? [] : [[textOf(message('cli.column.error')), lastRun.code]]),
    ]),
  );
};
