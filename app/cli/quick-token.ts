import { parseArgs } from 'node:util';
import type { LocalClient } from '../local/client.ts';
import { AppError } from '../shared/errors.ts';
import { readDuration } from './duration.ts';
import { tokenText } from './token-text.ts';

/**
 * The arguments of `tokenboard token`, where they are plain: other programs wait for this command, and commander takes
 * as long to load as the rest of it. `undefined`: commander reads them, and says what is wrong.
 */
export function readTokenArguments(args: readonly string[]) {
  if (args[0] !== 'token' && !args[0]?.startsWith('-')) return undefined;
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        header: { type: 'boolean' },
        json: { type: 'boolean' },
        'min-valid': { type: 'string' },
        data: { type: 'string' },
      },
    });
    const [command, connection, ...others] = positionals;
    if (command !== 'token' || connection === undefined || others.length > 0) return undefined;
    const { header = false, json = false, data } = values;
    const minimum = values['min-valid'];
    return { connection, header, json, dataFolder: data, minimumMs: minimum === undefined ? 0 : readDuration(minimum) };
  } catch {
    return undefined;
  }
}

export type TokenArguments = NonNullable<ReturnType<typeof readTokenArguments>>;

/** What the command prints: the token, or why it fails. `undefined`: the app ended, so the whole command line tries. */
export async function quickToken(
  { connection, header, json, minimumMs }: TokenArguments,
  client: Pick<LocalClient, 'call'>,
): Promise<{ text: string } | { error: AppError } | undefined> {
  try {
    return { text: tokenText(await client.call('local.token', { connection, minimumMs }), { header, json }) };
  } catch (error) {
    if (error instanceof AppError && error.code !== 'local.lost') return { error };
    return undefined;
  }
}
