// The second half of npm start, under Node 24: build, choose the platform, open the app.
import { join } from 'node:path';
import { build } from './build.mjs';
import { choosePlatform } from './platform.mjs';
import { hasDisplay, isRoot, main, projectNode, root, say } from './project.mjs';
import { run } from './run.mjs';

async function startElectron({ path, version }, args) {
  // Chromium's sandbox does not start for root; nobody else loses it.
  const flags = isRoot && process.platform === 'linux' ? ['--no-sandbox'] : [];
  const { status } = await run(path, [...flags, root, ...args], { env: { ELECTRON_RUN_AS_NODE: undefined } });
  if (status !== 127) return status;
  // The loader exits with 127 if a shared library is missing, after printing its name.
  say(`Electron ${version} could not start: a library of the system is missing (see above). Using a browser instead.`);
  return undefined;
}

await main(async () => {
  const args = process.argv.slice(2);
  if (!hasDisplay) {
    say(
      'There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so the demo runs instead of the window.',
    );
    const { runDemo } = await import('./run-demo.mjs');
    return runDemo();
  }
  await build();
  let platform = await choosePlatform();
  if (platform.kind === 'electron') {
    say(`Opening Tokenboard in Electron ${platform.electron.version} (${platform.why}).`);
    const status = await startElectron(platform.electron, args);
    if (status !== undefined) return status;
    platform = await choosePlatform('browser');
  }
  say(`Opening Tokenboard in ${platform.browser.name} (${platform.why}).`);
  const { status } = await run(projectNode, [join(root, 'dist/app/browser.js'), ...args]);
  return status;
});
