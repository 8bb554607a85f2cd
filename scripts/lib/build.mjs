// Builds through scripts/build.mjs, whose stamp shows when nothing has changed.
import { join } from 'node:path';
import { PlainError, projectNode, root, say } from './project.mjs';
import { run } from './run.mjs';

export async function build() {
  const started = Date.now();
  const { status } = await run(projectNode, [join(root, 'scripts/build.mjs')]);
  if (status !== 0) throw new PlainError('Tokenboard could not be built; the lines above say where it stopped.');
  const seconds = (Date.now() - started) / 1000;
  if (seconds > 1) say(`Built in ${seconds.toFixed(1)} s.`);
}
