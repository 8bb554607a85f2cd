import { parseArgs } from 'node:util';
import type { LocalClient } from '../local/client.ts';
import { readDuration } from './duration.ts';

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

/** What the command prints. `undefined`: it fails, or needs more than a running app has at once. */
export async function quickToken(
  { connection, header, json, minimumMs }: TokenArguments,
  client: Pick<LocalClient, 'call'>,
): Promise<string | undefined> {
  try {
    const found = await client.call('local.token', { connection, minimumMs });
    if (json) return `${JSON.stringify(found, undefined, 2)}\n`;
    if (!header) return `${found.accessToken}\n`;
    const { placement } = found;
    return placement.in === 'header' ? `${placement.name}: ${placement.value}\n` : undefined;
  } catch {
    // The whole command line asks again, and says why in a sentence.
    return undefined;
  }
}
