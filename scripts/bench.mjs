// npm run bench [-- NAME…]: builds, then compares every goal with a baseline of the same run.
import { main } from './lib/project.mjs';
import { continueOnProjectNode, setUp } from './lib/setup.mjs';

await main(async () => {
  await setUp();
  return continueOnProjectNode('scripts/lib/bench-all.mjs', process.argv.slice(2));
});
