import { describe, expect, it } from 'vitest';
import {
  authorizationPartition,
  authorizationWindowOptions,
  mainWindowOptions,
} from '../../../../app/platform/electron/window-options.ts';

describe('an authorization window', () => {
  const { webPreferences } = authorizationWindowOptions(authorizationPartition('c1'), 'Log in');

  it('has no Node, isolation, a sandbox and no preload [1]', () => {
    expect(webPreferences).toMatchObject({
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      contextIsolation: true,
      sandbox: true,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
    });
    expect(webPreferences).not.toHaveProperty('preload');
  });

  it('has a session of its own per connection, in memory only [2]', () => {
    expect(webPreferences?.partition).toBe('connection:c1');
    expect(authorizationPartition('c2')).not.toBe(authorizationPartition('c1'));
    expect(authorizationPartition('persist:x')).not.toMatch(/^persist:/);
    // Other authorities, another session: Chromium keeps its verdicts on certificates.
    expect(authorizationPartition('c1', 'a1')).not.toBe(authorizationPartition('c1'));
    expect(authorizationPartition('c1:a1')).not.toBe(authorizationPartition('c1', 'a1'));
  });
});

it('gives the main window a preload, and the same guards [1]', () => {
  const { webPreferences, show, backgroundColor } = mainWindowOptions({
    bounds: { x: 1, y: 2, width: 900, height: 600 },
    background: '#17181c',
    preload: '/app/preload.cjs',
  });
  expect(webPreferences).toMatchObject({
    preload: '/app/preload.cjs',
    nodeIntegration: false,
    contextIsolation: true,
    sandbox: true,
    webviewTag: false,
  });
  expect(show).toBe(false);
  expect(backgroundColor).toBe('#17181c');
});
