/** The main process that the renderer meets, played: `index.html` loads it first. No part of the product. */

import type { ErrorReport } from '../../app/shared/errors.ts';
import { verbatim } from '../../app/shared/messages/message.ts';
import { type Preset, presetSchema } from '../../app/shared/preset/preset.ts';
import { fakeBridge } from '../unit/renderer/fake-bridge.ts';
import { forecastsState } from '../unit/renderer/fake-forecasts.ts';
import { peakaState } from '../unit/renderer/fake-peaka-state.ts';
import { emptyState, type FakeState, longState, manyState, someState } from '../unit/renderer/fake-state.ts';

declare global {
  interface Window {
    fake: FakeState;
  }
}

const files = import.meta.glob<unknown>(['../../presets/*.json', '!../../presets/*.schema.json'], {
  eager: true,
  import: 'default',
});
const presets: Preset[] = Object.values(files).map((file) => presetSchema.parse(file));
const query = new URLSearchParams(location.search);
// As at the very first start: what an earlier page left goes.
if (query.has('fresh')) localStorage.clear();

const states: Record<string, () => FakeState> = {
  empty: () => emptyState(presets),
  some: () => someState(presets),
  many: () => manyState(presets, Number(query.get('count') ?? 1000)),
  long: () => longState(presets),
  forecasts: () => forecastsState(presets),
  peaka: () => peakaState(presets),
};
const state = (states[query.get('state') ?? 'some'] ?? (() => someState(presets)))();
const theme = query.get('theme');
if (theme === 'light' || theme === 'dark' || theme === 'system') state.preferences.theme = theme;
const language = query.get('language');
if (language === 'de') state.preferences.language = language;
const run = query.get('run');
if (run === 'wait' || run === 'arrives' || run === 'pages') state.run = run;
else if (run !== null && run !== 'data') state.run = JSON.parse(run) as ErrorReport;
const nextRuns = query.get('then');
if (nextRuns !== null) state.nextRuns = JSON.parse(nextRuns) as ErrorReport;
const login = query.get('login');
if (login === 'waits' || login === 'refused' || login === 'prompts' || login === 'error page') state.login = login;
else if (login !== null) state.login = JSON.parse(login) as ErrorReport;
const fails = query.get('fails');
if (fails !== null) state.peaka.fails = JSON.parse(fails) as FakeState['peaka']['fails'];
const region = query.get('region');
if (region !== null) state.info.region = { dates: region, numbers: region };
const vault = query.get('vault');
if (vault === 'session')
  state.info.vault = {
    status: 'session',
    reason: verbatim('This system has no keychain. Set a passphrase to keep them.'),
  };
if (vault === 'locked')
  state.info.vault = { status: 'locked', reason: verbatim('Give the key that you gave before to use them.') };

window.fake = state;
window.tokenboard = fakeBridge(state);
