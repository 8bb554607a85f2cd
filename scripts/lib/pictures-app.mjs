// The second half of npm run pictures, under Node 24: build and a browser first, then scripts/pictures/.
import { build } from './build.mjs';
import { browserOrInstall, noBrowser } from './platform.mjs';
import { main, PlainError, projectNode, root } from './project.mjs';
import { run } from './run.mjs';

await main(async () => {
  await build();
  if (!(await browserOrInstall()))
    throw new PlainError(`Pictures need a browser of the Chromium family: ${noBrowser()}`);
  const { status } = await run(projectNode, [`${root}/scripts/pictures/run.ts`]);
  return status;
});
