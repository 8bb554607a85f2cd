import { matchesHost } from '../../app/shared/connection/allowed-hosts.ts';
import { protocolOf } from '../../app/shared/connection/grants/definitions.ts';
import type { PresetSummary } from '../../app/shared/preset/preset-summary.ts';

/**
 * The preset for a resource's URL: of the presets that send their token to its host, the one used last, else the one that
 * names the host most exactly. OAuth1 comes after OAuth2 (X has both). Pure.
 */
export function presetForUrl(
  text: string,
  presets: readonly PresetSummary[],
  recent: readonly string[],
): PresetSummary | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined) return undefined;
  const found = presets.flatMap((preset) => {
    if (preset.practice) return [];
    const hosts = preset.hosts.map(asPattern).filter((pattern) => matchesHost(pattern, url));
    return hosts.length === 0 ? [] : [{ preset, isExact: hosts.some((host) => !host.startsWith('*.')) }];
  });
  const used = found.map(({ preset }) => recent.indexOf(preset.id)).filter((place) => place !== -1);
  const latest = used.length === 0 ? undefined : recent[Math.min(...used)];
  const rank = ({ preset, isExact }: (typeof found)[number]): number =>
    (preset.id === latest ? 0 : 4) + (isExact ? 0 : 2) + (protocolOf(preset).signsRequests ? 1 : 0);
  return found.sort((a, b) => rank(a) - rank(b))[0]?.preset;
}

/** `{shop}.myshopify.com` → `*.myshopify.com`; a host that is a variable as a whole could be any, and matches none. */
const asPattern = (host: string): string => host.replace(/^\{\w+\}(?=\.)/, '*');
