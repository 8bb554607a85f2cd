import { randomUUID } from 'node:crypto';
import type { FeedView } from '../../shared/contract/feeds.ts';
import { feedFormats, feedNameFor, newFeed } from '../../shared/feed/feed.ts';
import { message } from '../../shared/messages/message.ts';
import { requireNamed } from '../../shared/require-named.ts';
import type { Context, Run } from '../context.ts';
import { tableText } from '../table.ts';
import { timeFromNow } from '../views.ts';

const listed = async (context: Context) => (await context.session()).call('feeds.list', {});

/** The feed that the user means, by its name or ID. */
export async function feedNamed(context: Context, text: string): Promise<FeedView> {
  const { feeds } = await listed(context);
  return requireNamed(
    feeds.map((view) => ({ id: view.feed.id, name: view.feed.name, view })),
    text,
  ).view;
}

/** A feed as `--json` prints it. */
const feedJson = ({ feed, state }: FeedView, origins: readonly string[]) => ({
  ...feed,
  urls: Object.fromEntries(
    feedFormats.map((format) => [format, origins.map((origin) => addressOf(origin, feed.name, format))]),
  ),
  ...state,
  error: state.error?.code ?? null,
});
const addressOf = (origin: string, name: string, format: string): string => `${origin}/feeds/${name}.${format}`;

export const listFeeds: Run = async (context) => {
  const session = await context.session();
  const [{ server, feeds }, resources] = await Promise.all([listed(context), session.call('resources.list', {})]);
  if (context.isJson)
    return context.printJson({
      server: { ...server, error: server.error?.code ?? null, interfaces: undefined },
      feeds: feeds.map((view) => feedJson(view, server.origins)),
    });
  const { textOf, language } = await context.texts();
  const nameOf = new Map(resources.map(({ resource }) => [resource.id, resource.name]));
  const [origin] = server.origins;
  await context.tell(
    origin === undefined ? message('cli.feeds.off') : message('cli.feeds.server', { origin: `${origin}/feeds/` }),
  );
  if (feeds.length === 0) return;
  await context.print(
    tableText([
      [
        textOf(message('cli.column.feed')),
        textOf(message('cli.column.resource')),
        textOf(message('cli.column.status')),
        textOf(message('cli.column.rows')),
        textOf(message('cli.column.rowsAt')),
      ],
      ...feeds.map(({ feed, state }) => [
        feed.name,
        nameOf.get(feed.resourceId) ?? feed.resourceId,
        textOf(message(feed.isOn ? 'cli.feeds.isOn' : 'cli.feeds.isOff')),
        state.rowCount === null ? '–' : String(state.rowCount),
        state.dataAt === null ? '–' : timeFromNow(state.dataAt, language),
      ]),
    ]),
  );
};

export const publishFeed: Run<{ name?: string }> = async (context, [text = ''], { name }) => {
  const session = await context.session();
  const [{ server, feeds }, resources] = await Promise.all([listed(context), session.call('resources.list', {})]);
  const resource = requireNamed(
    resources.map((view) => view.resource),
    text,
  );
  const taken = feeds.map(({ feed }) => feed.name);
  const feed = newFeed(randomUUID(), resource.id, name ?? feedNameFor(resource.name, taken));
  const saved = await session.call('feeds.save', { feed });
  if (context.isJson) return context.printJson(feedJson(saved, server.origins));
  await context.tell(message('cli.feeds.published', { resource: resource.name, feed: saved.feed.name }));
  await context.tell(message('cli.feeds.needsKey', { feed: saved.feed.name }));
  if (!server.settings.isOn) await context.tell(message('cli.feeds.off'));
  else if (session.isAlone) await context.tell(message('cli.feeds.whileRunning'));
};

export const unpublishFeed: Run = async (context, [text = '']) => {
  const { feed } = await feedNamed(context, text);
  await (await context.session()).call('feeds.delete', { id: feed.id });
  if (context.isJson) return context.printJson({ id: feed.id, name: feed.name });
  await context.tell(message('cli.feeds.unpublished', { feed: feed.name }));
};

/** With a name: that feed. Without: the server of all feeds. */
const turn =
  (isOn: boolean): Run =>
  async (context, [text]) => {
    const session = await context.session();
    if (text !== undefined) {
      const { feed } = await feedNamed(context, text);
      await session.call('feeds.save', { feed: { ...feed, isOn } });
    } else {
      const { server } = await listed(context);
      await session.call('feeds.saveServer', { ...server.settings, isOn });
    }
    await listFeeds(context, [], {});
    if (isOn && session.isAlone) await context.tell(message('cli.feeds.whileRunning'));
  };
export const turnFeedsOn = turn(true);
export const turnFeedsOff = turn(false);
