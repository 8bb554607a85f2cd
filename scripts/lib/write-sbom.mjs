// The second half of npm run sbom. npm lists everything installed; almost all of it only builds or tests the app.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { main, PlainError, root, say } from './project.mjs';
import { run } from './run.mjs';
import { shippedSbom } from './sbom.mjs';

await main(async () => {
  await build();
  const windows = process.platform === 'win32';
  const { status, text } = await run(windows ? 'npm.cmd' : 'npm', ['sbom', '--sbom-format', 'cyclonedx'], {
    capture: true,
    shell: windows,
  });
  if (status !== 0) throw new PlainError('npm could not list the packages: run npm ci, then npm run sbom again.');
  const licences = JSON.parse(readFileSync(join(root, 'dist/licences.json'), 'utf8'));
  const sbom = shippedSbom(JSON.parse(text), licences);
  const file = join(root, 'dist/sbom.cdx.json');
  writeFileSync(file, `${JSON.stringify(sbom, null, 2)}\n`);
  say(`${file}: ${sbom.components.length} packages`);
  return 0;
});
