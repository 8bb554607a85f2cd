// Build and a browser first, then the main job by clicks (scripts/demo/).
import { build } from './build.mjs';
import { browserOrInstall, noBrowser } from './platform.mjs';
import { PlainError, projectNode, root, say } from './project.mjs';
import { run } from './run.mjs';

export async function runDemo() {
  await build();
  const browser = await browserOrInstall();
  if (!browser) throw new PlainError(`The demo needs a browser of the Chromium family: ${noBrowser()}`);
  say(`The demo opens the real app in ${browser.name}, headless.`);
  const { status } = await run(projectNode, [`${root}/scripts/demo/run.ts`]);
  return status;
}
