// npm test: does its own set-up, then types, lint, imports, unit, integration and end-to-end tests, and counts them.
import { main } from './lib/project.mjs';
import { continueOnProjectNode, setUp } from './lib/setup.mjs';

await main(async () => {
  await setUp();
  return continueOnProjectNode('scripts/lib/test-all.mjs', process.argv.slice(2));
});
