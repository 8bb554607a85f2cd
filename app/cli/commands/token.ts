import { RequestError } from '../../shared/errors.ts';
import { message } from '../../shared/messages/message.ts';
import type { Run } from '../context.ts';
import { readDuration } from '../duration.ts';

/** Prints a usable token, and loads no text for it: other programs wait for this. */
export const token: Run<{ header?: boolean; minValid?: string }> = async (
  context,
  [connection = ''],
  { header, minValid },
) => {
  const minimumMs = minValid === undefined ? 0 : readDuration(minValid);
  const session = await context.session();
  const found = await session.call('local.token', { connection, minimumMs }, { signal: context.signal });
  if (context.isJson) return context.printJson(found);
  if (header !== true) return context.print(`${found.accessToken}\n`);
  const { placement, name } = found;
  if (placement.in !== 'header')
    throw new RequestError('local.no_header', message('cli.token.noHeader', { name, parameter: placement.name }));
  await context.print(`${placement.name}: ${placement.value}\n`);
};
