import { AppError, RequestError } from '../../shared/errors.ts';
import { message } from '../../shared/messages/message.ts';
import type { Run } from '../context.ts';
import { tableText } from '../table.ts';
import { ToldError } from '../told-error.ts';

/** At once. */
const mostRunning = 4;

/** Sends the requests of several resources and tells how each ended. Fails as the first that failed. */
export const run: Run<{ all?: boolean }> = async (context, names, { all }) => {
  if (names.length === 0 && all !== true) throw new RequestError('local.usage', message('cli.run.none'));
  const session = await context.session();
  const wanted =
    all === true ? (await session.call('resources.list', {})).map(({ resource }) => resource.id) : [...names];
  const results = new Map<string, Awaited<ReturnType<typeof runOne>>>();
  const runOne = async (resource: string) => {
    try {
      return await session.call('local.run', { resource }, { signal: context.signal });
    } catch (error) {
      if (error instanceof AppError) return { name: resource, error };
      throw error;
    }
  };
  const waiting = [...new Set(wanted)];
  const work = async (): Promise<void> => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) results.set(name, await runOne(name));
  };
  await Promise.all(Array.from({ length: mostRunning }, work));
  const inOrder = [...new Set(wanted)].flatMap((name) => results.get(name) ?? []);
  const { textOf } = await context.texts();
  if (context.isJson)
    await context.printJson(
      inOrder.map((each) =>
        'error' in each
          ? { name: each.name, error: { code: each.error.code, message: textOf(each.error.text) } }
          : each,
      ),
    );
  else
    await context.print(
      tableText(
        inOrder.map((each) =>
          'error' in each
            ? [each.name, '✗', textOf(each.error.text)]
            : [
                each.name,
                '✓',
                textOf(
                  each.rows === null
                    ? message('cli.run.noRows', { status: each.status })
                    : message('cli.run.rows', { status: each.status, rows: each.rows }),
                ),
              ],
        ),
      ),
    );
  const failed = inOrder.find((each) => 'error' in each);
  if (failed !== undefined && 'error' in failed) throw new ToldError(failed.error);
};
