// npm run demo: plays the main workflow without account, display or network. Screenshots go to demo/.
import { main } from './lib/project.mjs';
import { continueOnProjectNode, setUp } from './lib/setup.mjs';

await main(async () => {
  await setUp();
  return continueOnProjectNode('scripts/lib/demo-app.mjs', process.argv.slice(2));
});
