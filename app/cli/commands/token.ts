import type { Run } from '../context.ts';
import { readDuration } from '../duration.ts';
import { tokenText } from '../token-text.ts';

/** Prints a usable token, and loads no text for it: other programs wait for this. */
export const token: Run<{ header?: boolean; minValid?: string }> = async (
  context,
  [connection = ''],
  { header = false, minValid },
) => {
  const minimumMs = minValid === undefined ? 0 : readDuration(minValid);
  const session = await context.session();
  const found = await session.call('local.token', { connection, minimumMs }, { signal: context.signal });
  await context.print(tokenText(found, { header, json: context.isJson }));
};
