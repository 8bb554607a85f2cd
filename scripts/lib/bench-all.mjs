// The second half of npm run bench, under Node 24 and the older Electron's own bundle.
import { delimiter, dirname, join } from 'node:path';
import { build } from './build.mjs';
import { findElectron } from './electron.mjs';
import { main, projectNode, root } from './project.mjs';
import { run } from './run.mjs';

await main(async () => {
  process.env.PATH = [join(root, 'node_modules/.bin'), dirname(projectNode), process.env.PATH].join(delimiter);
  await build();
  const electron = findElectron();
  if (electron && !electron.usable) await build({ compat: true });
  const { status } = await run(projectNode, [join(root, 'test/bench/run.ts'), ...process.argv.slice(2)]);
  return status;
});
