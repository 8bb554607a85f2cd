import { disabledFeatures, protocolSwitches, webRtcPolicy } from '../chromium-features.ts';
import type { Rectangle } from '../window-state.ts';

/** Turns off what a browser for this app does not need: background downloads, sync and prompts. */
const quietFlags = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-domain-reliability',
  '--dns-prefetch-disable',
  '--hide-crash-restore-bubble',
];

/** Playwright's own list. Chromium uses only the last `--disable-features`, so the app's list must repeat it. */
const playwrightDisabledFeatures = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'TcpPortRandomizationWin',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  'msForceBrowserSignIn',
  'msEdgeUpdateLaunchServicesPreferredVersion',
] as const;

/**
 * Row 16: turns off what sends requests past the interception of the callback. Does not use `--disable-blink-features`:
 * Chrome shows a warning bar for it (chrome/browser/ui/startup/bad_flags_prompt.cc).
 */
const interceptedFlags = [
  `--disable-features=${[...playwrightDisabledFeatures, ...disabledFeatures].join()}`,
  ...Object.entries(protocolSwitches).map(([name, value]) => (value === '' ? `--${name}` : `--${name}=${value}`)),
  `--webrtc-ip-handling-policy=${webRtcPolicy}`,
];

// A page without content: the window has the app's frame from the start, and the page requests nothing.
const emptyPage = 'data:text/html,<title>Tokenboard</title><meta name=color-scheme content="light dark">';

export function launchFlags(bounds: Rectangle | undefined): string[] {
  const { width, height } = bounds ?? { width: 1280, height: 800 };
  const position = bounds === undefined ? [] : [`--window-position=${bounds.x},${bounds.y}`];
  return [...quietFlags, ...interceptedFlags, `--app=${emptyPage}`, `--window-size=${width},${height}`, ...position];
}
