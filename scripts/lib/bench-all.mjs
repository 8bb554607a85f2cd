// The second half of npm run bench, under Node 24.
import { delimiter, dirname, join } from 'node:path';
import { build } from './build.mjs';
import { main, projectNode, root } from './project.mjs';
import { run } from './run.mjs';

await main(async () => {
  process.env.PATH = [join(root, 'node_modules/.bin'), dirname(projectNode), process.env.PATH].join(delimiter);
  await build();
  const { status } = await run(projectNode, [join(root, 'test/bench/run.ts'), ...process.argv.slice(2)]);
  return status;
});
