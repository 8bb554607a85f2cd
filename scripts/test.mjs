// npm test: installs what is missing, then runs and counts types, lint, imports, unused, unit, integration and end-to-end tests.
import { main } from './lib/project.mjs';
import { continueOnProjectNode, setUp } from './lib/setup.mjs';

await main(async () => {
  await setUp();
  return continueOnProjectNode('scripts/lib/test-all.mjs', process.argv.slice(2));
});
