import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { practiceReadySchema } from '../../../app/practice/messages.ts';
import { createPerson, headingOf } from './person.ts';
import { entry, temporaryFolder } from './start.ts';

const folder = temporaryFolder();
afterAll(folder.remove);

beforeAll(async () => {
  // As scripts/build.mjs does it.
  await build({
    absWorkingDir: fileURLToPath(new URL('../../..', import.meta.url)),
    entryPoints: [entry],
    outfile: join(folder.path, 'practice.mjs'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    logLevel: 'error',
    banner: { js: "import { createRequire as make } from 'node:module'; const require = make(import.meta.url);" },
  });
});

it('is one file: it runs where there is nothing else, and reads nothing at run time', async () => {
  expect(readdirSync(folder.path)).toEqual(['practice.mjs']);
  const child = fork(join(folder.path, 'practice.mjs'), [], { cwd: folder.path, execArgv: [], silent: true });
  const [message] = await once(child, 'message');
  const { origin } = practiceReadySchema.parse(message);
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: 'practice-client',
    redirect_uri: 'https://www.peakboard.com/oauth2-callback/',
    code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    code_challenge_method: 'S256',
  });
  expect(headingOf(await createPerson(origin).open(`${origin}/oauth2/authorize?${query}`))).toBe('Log in');
  child.disconnect();
  await once(child, 'exit');
});
