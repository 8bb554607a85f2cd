import { expect } from 'vitest';
import { requestDeviceCodeToken, type Wait } from '../../../app/oauth/device-code.ts';
import type { DeviceLogin, OAuth2Settings } from '../../../app/oauth/settings.ts';
import { json } from '../../servers/token-server.ts';
import type { tokenService } from './token-service.ts';
import { oauth2Settings } from './token-settings.ts';

/** Epoch ms at which each run starts. */
export const start = 1_800_000_000_000;
export const device = {
  device_code: 'secret-device-code',
  user_code: 'WDJB-MJHT',
  verification_uri: 'https://login.example.com/device',
  verification_uri_complete: 'https://login.example.com/device?user_code=WDJB-MJHT',
  expires_in: 1800,
  interval: 7,
};
export const token = json({ access_token: 'at', token_type: 'Bearer', refresh_token: 'rt', expires_in: 60 });

type Service = Awaited<ReturnType<typeof tokenService>>;

/** A run with a clock that only waiting moves. */
export const deviceCodeRuns =
  ({ server, http }: Service) =>
  (settings: Partial<OAuth2Settings> = {}, changes: { wait?: Wait; signal?: AbortSignal } = {}) => {
    const waits: number[] = [];
    const steps: string[] = [];
    const logins: DeviceLogin[] = [];
    let now = start;
    const wait: Wait = async (ms) => {
      waits.push(ms / 1000);
      now += ms;
    };
    const promise = requestDeviceCodeToken(
      oauth2Settings(server.url(), { deviceAuthorizationUrl: server.url('/device'), ...settings }),
      {
        http,
        signal: changes.signal ?? new AbortController().signal,
        now: () => now,
        onStep: (step) => steps.push(step),
        onDeviceLogin: (login) => {
          // The code is there before the step that shows it.
          expect(steps).toEqual([]);
          logins.push(login);
        },
      },
      changes.wait ?? wait,
    );
    return { promise, waits, steps, logins };
  };
