import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { copyTargets } from '../../../app/shared/copy-as.ts';
import type { StartedApp } from '../../servers/start-app.ts';
import { resourceAt, type Service, startLoggedIn } from './service.ts';

const run = promisify(execFile);

let tokenboard: StartedApp;
let service: Service;
beforeAll(async () => {
  const started = await startLoggedIn();
  ({ service, tokenboard } = started);
  const resource = resourceAt(service, {
    headers: [{ name: 'X-Api-Key', value: '', secret: true }],
    url: `${service.origin}/data?of=it's`,
  });
  await tokenboard.get('resources.save', { resource, secrets: { 'header:x-api-key': 'canary-4711-key' } });
  return started.stop;
});

const copy = async (withToken: boolean, target: (typeof copyTargets)[number] = 'curl') =>
  tokenboard.get('copyAs.request', { id: 'resource-1', target, withToken });

describe('the copy of a request', () => {
  it('holds no secret, whatever the program [35] [37]', async () => {
    for (const target of copyTargets) {
      const text = JSON.stringify(await copy(false, target));
      expect(text, target).not.toMatch(/access-token-|refresh-token-|canary-4711/);
      expect(text, target).toContain('TOKENBOARD_TOKEN');
    }
  });

  it('runs with the secrets in its variables, and with the token as chosen', async () => {
    const masked = await copy(false);
    const real = await copy(true);
    if (masked.kind !== 'text' || real.kind !== 'text') throw new Error('no text');
    expect(real.text).toContain('access-token-1');
    const { PATH } = process.env;
    const secrets = { TOKENBOARD_TOKEN: 'access-token-1', TOKENBOARD_X_API_KEY: 'canary-4711-key' };
    const outputs = await Promise.all([
      run('bash', ['-c', masked.text], { env: { PATH, ...secrets } }),
      run('bash', ['-c', real.text], { env: { PATH } }),
    ]);
    for (const { stdout } of outputs) expect(JSON.parse(stdout)).toHaveLength(2);
    for (const { headers, path } of service.asked('/data')) {
      expect(path).toBe('/data?of=it%27s');
      expect(headers).toMatchObject({ authorization: 'Bearer access-token-1', 'x-api-key': 'canary-4711-key' });
    }
  });
});
