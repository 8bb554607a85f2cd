import { message } from '../../shared/messages/message.ts';
import { requireNamed } from '../../shared/require-named.ts';
import type { Run } from '../context.ts';
import { readDuration } from '../duration.ts';
import { tableText } from '../table.ts';
import { timeFromNow } from '../views.ts';
import { feedNamed } from './feeds.ts';

/** Prints the new key: nobody can read it later. */
export const createKey: Run<{ name?: string; expires?: string }> = async (context, [text = ''], { name, expires }) => {
  const expiresAt = expires === undefined ? null : Date.now() + readDuration(expires);
  const { feed } = await feedNamed(context, text);
  const session = await context.session();
  const { textOf } = await context.texts();
  const request = { feedId: feed.id, name: name ?? textOf(message('cli.keys.name')), expiresAt };
  const { key, secret } = await session.call('feeds.createKey', request);
  if (context.isJson) return context.printJson({ ...key, secret });
  await context.tell(message('cli.keys.once'));
  await context.print(`${secret}\n`);
};

export const listKeys: Run = async (context, [text]) => {
  const session = await context.session();
  const feeds = text === undefined ? (await session.call('feeds.list', {})).feeds : [await feedNamed(context, text)];
  const keys = feeds.flatMap(({ feed, keys: ofFeed }) => ofFeed.map((key) => ({ ...key, feed: feed.name })));
  if (context.isJson) return context.printJson(keys);
  if (keys.length === 0) return context.tell(message('cli.keys.empty'));
  const { textOf, language } = await context.texts();
  await context.print(
    tableText([
      [
        textOf(message('cli.column.key')),
        textOf(message('cli.column.feed')),
        textOf(message('cli.column.ending')),
        textOf(message('cli.column.expires')),
        textOf(message('cli.column.lastUsed')),
        'ID',
      ],
      ...keys.map(({ name, feed, ending, expiresAt, lastUsed, id }) => [
        name,
        feed,
        `…${ending}`,
        expiresAt === null ? textOf(message('cli.lastRun.never')) : timeFromNow(expiresAt, language),
        lastUsed === null
          ? textOf(message('cli.lastRun.never'))
          : `${timeFromNow(lastUsed.at, language)} (${lastUsed.address})`,
        id,
      ]),
    ]),
  );
};

export const revokeKey: Run = async (context, [text = '']) => {
  const session = await context.session();
  const { feeds } = await session.call('feeds.list', {});
  const key = requireNamed(
    feeds.flatMap(({ keys }) => keys),
    text,
  );
  await session.call('feeds.revokeKey', { id: key.id });
  if (context.isJson) return context.printJson({ id: key.id, name: key.name });
  await context.tell(message('cli.keys.revoked', { name: key.name }));
};
