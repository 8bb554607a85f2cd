// npm run pictures: retakes the README's screenshots from the running app with the practice service.
import { main } from './lib/project.mjs';
import { continueOnProjectNode, setUp } from './lib/setup.mjs';

await main(async () => {
  await setUp();
  return continueOnProjectNode('scripts/lib/pictures-app.mjs', process.argv.slice(2));
});
