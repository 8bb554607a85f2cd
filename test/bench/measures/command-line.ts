import { runMs, startWorld } from '../command-line-world.ts';
import { inTurns, type Measurement, ratioOf } from '../measurement.ts';

const rounds = 25;
const fewRounds = 11;
/** As `vault/user-key.ts` derives the key. */
const lookUp =
  "require('node:crypto').scryptSync('a passphrase', 'sixteen bytes...', 32, { N: 2 ** 17, r: 8, p: 1, maxmem: 160 * 2 ** 20 })";

/** `tokenboard token`, whole process, against a Node that does nothing. */
export async function measure(): Promise<Measurement[]> {
  const world = await startWorld();
  const node = (code: string) => runMs(process.execPath, ['-e', code]);
  const token = () => world.tokenboard('token', 'Sales service');
  try {
    const alone = await inTurns(fewRounds, token, () => node(lookUp));
    await world.startOwner();
    const beside = await inTurns(rounds, token, () => node('0'));
    return [
      ratioOf({
        name: 'tokenboard token beside the running app, against node -e 0',
        unit: 'ms',
        ...beside,
        goal: 1.5,
        how: `whole process, token still valid; median of ${rounds}, in turns`,
      }),
      ratioOf({
        name: 'tokenboard token without a running app, against a Node that derives the same key',
        unit: 'ms',
        ...alone,
        goal: 1.5,
        how: `whole process, key from TOKENBOARD_KEY (scrypt), token still valid; median of ${fewRounds}, in turns`,
      }),
    ];
  } finally {
    await world.stop();
  }
}
