import { message } from '../../shared/messages/message.ts';
import type { Run } from '../context.ts';
import { tableText } from '../table.ts';
import { connectionJson, resourceJson, statusMessage, timeFromNow } from '../views.ts';

export const list: Run<{ connections?: boolean; resources?: boolean }> = async (context, _, options) => {
  const isAll = options.connections !== true && options.resources !== true;
  const session = await context.session();
  const [connections, resources] = await Promise.all([
    session.call('connections.list', {}),
    session.call('resources.list', {}),
  ]);
  const shown = {
    connections: isAll || options.connections === true ? connections : [],
    resources: isAll || options.resources === true ? resources : [],
  };
  if (context.isJson)
    return context.printJson({
      connections: shown.connections.map(connectionJson),
      resources: shown.resources.map(resourceJson),
    });
  const texts = await context.texts();
  const { textOf } = texts;
  const nameOf = new Map(connections.map(({ connection }) => [connection.id, connection.name]));
  if (shown.connections.length > 0)
    await context.print(
      tableText([
        [textOf(message('cli.column.connection')), 'ID', textOf(message('cli.column.status'))],
        ...shown.connections.map((view) => [
          view.connection.name,
          view.connection.id,
          textOf(statusMessage(view, texts)),
        ]),
      ]),
    );
  if (shown.connections.length > 0 && shown.resources.length > 0) await context.print('\n');
  if (shown.resources.length > 0)
    await context.print(
      tableText([
        [
          textOf(message('cli.column.resource')),
          'ID',
          textOf(message('cli.column.connection')),
          textOf(message('cli.column.lastRun')),
        ],
        ...shown.resources.map(({ resource, lastRun }) => [
          resource.name,
          resource.id,
          resource.authorization.type === 'oauth'
            ? (nameOf.get(resource.authorization.connectionId ?? '') ?? '–')
            : '–',
          lastRun === null
            ? textOf(message('cli.lastRun.never'))
            : `${timeFromNow(lastRun.at, texts.language)}${lastRun.code === null ? '' : ` (${lastRun.code})`}`,
        ]),
      ]),
    );
  if (shown.connections.length + shown.resources.length === 0) await context.tell(message('cli.list.empty'));
};
