import { disabledFeatures, protocolSwitches, webRtcPolicy } from '../chromium-features.ts';
import type { Rectangle } from '../window-state.ts';

/** What a browser that only shows this app has no use for: nothing is fetched, synchronised or asked on its own. */
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

/** Playwright's own list: Chromium takes the last `--disable-features` alone, so ours has to repeat it. */
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
 * Row 16: what would send a request past the interception of the callback. Not `--disable-blink-features`: Chrome warns
 * the user of it in a bar (chrome/browser/ui/startup/bad_flags_prompt.cc).
 */
const interceptedFlags = [
  `--disable-features=${[...playwrightDisabledFeatures, ...disabledFeatures].join()}`,
  ...Object.entries(protocolSwitches).map(([name, value]) => (value === '' ? `--${name}` : `--${name}=${value}`)),
  `--webrtc-ip-handling-policy=${webRtcPolicy}`,
];

// A page without content: the window has the app's frame from the start, and nothing is asked of the network.
const emptyPage = 'data:text/html,<title>Tokenboard</title><meta name=color-scheme content="light dark">';

export function launchFlags(bounds: Rectangle | undefined): string[] {
  const { width, height } = bounds ?? { width: 1280, height: 800 };
  const position = bounds === undefined ? [] : [`--window-position=${bounds.x},${bounds.y}`];
  return [...quietFlags, ...interceptedFlags, `--app=${emptyPage}`, `--window-size=${width},${height}`, ...position];
}
