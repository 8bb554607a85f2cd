import type { TokenSet } from '../../../app/oauth/token-set.ts';
import { resource } from '../../servers/items.ts';
import { amountOf, type Measurement, median } from '../measurement.ts';
import { startCore } from '../start-core.ts';

const resources = 10_000;
const writes = 200;

export async function measure(): Promise<Measurement[]> {
  const tokenSet: TokenSet = {
    accessToken: 'a'.repeat(1_200),
    refreshToken: 'r'.repeat(800),
    tokenType: 'Bearer',
    obtainedAt: 0,
  };
  const many = Array.from({ length: resources }, (_, index) =>
    resource({ id: `r${index}`, name: `Resource ${index}`, authorization: { type: 'oauth', connectionId: 'c' } }),
  );
  const { core, addConnection, stop } = await startCore({ resources: many });
  if (core.resources.list().length !== resources) throw new Error('The resources were not read.');
  addConnection({ id: 'c' }, tokenSet);
  const times: number[] = [];
  for (let index = 0; index < writes; index++) {
    const start = performance.now();
    core.vault.write('c', 'tokenSet', JSON.stringify({ ...tokenSet, obtainedAt: index }));
    times.push(performance.now() - start);
  }
  await stop();
  return [
    amountOf({
      name: `token write with ${resources} resources`,
      unit: 'ms',
      value: median(times),
      goal: 5,
      how: `encrypted, fsynced and renamed; median of ${writes}`,
    }),
  ];
}
