import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { findBrowser } from '../../app/platform/browser/find-browser.ts';
import { root, startApp } from './app.ts';

describe.skipIf(findBrowser() === undefined)('npm run demo', () => {
  it('goes through three grants, a renewal and two connections at Peaka by clicks, as the README says', async () => {
    // Builds where that is needed, as every end-to-end test does.
    await (await startApp('browser')).close();
    const demo = spawn(process.execPath, [join(root, 'scripts/demo/run.ts')], { cwd: root });
    const printed = Promise.all([text(demo.stdout), text(demo.stderr)]);
    const [code] = await once(demo, 'exit');
    const [out, errors] = await printed;
    expect(code, `${out}\n${errors}`).toBe(0);
    expect(out).toContain('three grants authorized, their data seen, a token renewed, two connections made at Peaka');
  }, 180_000);
});
