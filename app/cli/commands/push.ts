import type { PushView } from '../../shared/contract/push.ts';
import { AppError, RequestError } from '../../shared/errors.ts';
import { message } from '../../shared/messages/message.ts';
import { pushFacts } from '../../shared/push/push.ts';
import { requireNamed } from '../../shared/require-named.ts';
import type { Context, Run } from '../context.ts';
import { tableText } from '../table.ts';
import { ToldError } from '../told-error.ts';
import { timeFromNow } from '../views.ts';

const listed = async (context: Context) => (await context.session()).call('push.list', {});

/** The target that the user means, by its name or ID. */
const targetNamed = (views: readonly PushView[], text: string): PushView =>
  requireNamed(
    views.map((view) => ({ id: view.push.id, name: view.push.name, view })),
    text,
  ).view;

/** A target as `--json` prints it. Times are epoch ms. */
const targetJson = async (context: Context, { push, state }: PushView, feeds: ReadonlyMap<string, string>) => {
  const { id, name, kind, feedId, isOn, seconds } = push;
  const { error, ...facts } = state;
  const { textOf } = await context.texts();
  return {
    ...{ id, name, kind, isOn, seconds },
    feed: feeds.get(feedId) ?? null,
    ...facts,
    error:
      error === null
        ? null
        : { code: error.code, message: textOf(error.message), serviceMessage: error.serviceMessage ?? null },
  };
};

async function feedNames(context: Context): Promise<Map<string, string>> {
  const { feeds } = await (await context.session()).call('feeds.list', {});
  return new Map(feeds.map(({ feed }) => [feed.id, feed.name]));
}

export const listTargets: Run = async (context) => {
  const views = await listed(context);
  const feeds = await feedNames(context);
  if (context.isJson)
    return context.printJson(await Promise.all(views.map((view) => targetJson(context, view, feeds))));
  if (views.length === 0) return context.tell(message('cli.push.empty'));
  const { textOf, language } = await context.texts();
  await context.print(
    tableText([
      [
        textOf(message('cli.column.target')),
        textOf(message('cli.column.tool')),
        textOf(message('cli.column.feed')),
        textOf(message('cli.column.status')),
        textOf(message('cli.column.rows')),
        textOf(message('cli.column.sent')),
      ],
      ...views.map(({ push, state }) => [
        push.name,
        pushFacts[push.kind].name,
        feeds.get(push.feedId) ?? '–',
        state.error === null
          ? textOf(message(push.isOn ? 'cli.feeds.isOn' : 'cli.feeds.isOff'))
          : textOf(state.error.message),
        state.sentRows === null ? '–' : String(state.sentRows),
        state.sentAt === null ? textOf(message('cli.lastRun.never')) : timeFromNow(state.sentAt, language),
      ]),
    ]),
  );
};

/** Sends to several targets, one after the other. Fails as the first that failed. */
export const sendToTargets: Run<{ all?: boolean }> = async (context, names, { all }) => {
  if (names.length === 0 && all !== true) throw new RequestError('local.usage', message('cli.push.none'));
  const session = await context.session();
  const views = await listed(context);
  // Every name is known before anything is sent.
  const wanted = all === true ? views : names.map((name) => targetNamed(views, name));
  const feeds = await feedNames(context);
  const { textOf } = await context.texts();
  const sent: PushView[] = [];
  for (const { push } of new Set(wanted)) {
    context.signal.throwIfAborted();
    sent.push(await session.call('push.send', { id: push.id }));
  }
  if (context.isJson) await context.printJson(await Promise.all(sent.map((view) => targetJson(context, view, feeds))));
  else
    await context.print(
      tableText(
        sent.map(({ push, state: { error, sentRows, leftOut } }) =>
          error === null
            ? [push.name, '✓', textOf(message('cli.push.sent', { rows: sentRows ?? 0, leftOut }))]
            : [push.name, '✗', textOf(error.message)],
        ),
      ),
    );
  for (const { state } of sent)
    if (!context.isJson && state.error?.serviceMessage)
      await context.tell(message('cli.serviceSays', { text: state.error.serviceMessage }));
  const [failed] = sent.flatMap(({ state }) => state.error ?? []);
  if (failed !== undefined) throw new ToldError(new AppError(failed.code, failed.message));
};

const turn =
  (isOn: boolean): Run =>
  async (context, [text = '']) => {
    const { push } = targetNamed(await listed(context), text);
    await (await context.session()).call('push.save', { push: { ...push, isOn }, secrets: {} });
    return listTargets(context, [], {});
  };
export const turnTargetOn = turn(true);
export const turnTargetOff = turn(false);
