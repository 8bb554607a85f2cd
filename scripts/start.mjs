// npm start: installs what is missing, builds, opens Tokenboard. Runs on Node 20 and newer, without dependencies.
import { main } from './lib/project.mjs';
import { continueOnProjectNode, setUp } from './lib/setup.mjs';

await main(async () => {
  await setUp();
  return continueOnProjectNode('scripts/lib/start-app.mjs', process.argv.slice(2));
});
