import { matchesHost } from '../../app/shared/connection/allowed-hosts.ts';
import { definitionOf, protocolOf } from '../../app/shared/connection/grants/definitions.ts';
import type { PresetSummary } from '../../app/shared/preset/preset-summary.ts';

/**
 * The preset for a resource's URL: of the presets that send their token to its host, the one used last, else the one that
 * names the host most exactly. OAuth1 comes after OAuth2 (X has both), a token of the app itself after one of a user, and a
 * sandbox, which has the longer name, after the service. Pure.
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
    (preset.id === latest ? 0 : 8) +
    (isExact ? 0 : 4) +
    (protocolOf(preset).signsRequests ? 2 : 0) +
    (definitionOf(preset).hasUser ? 0 : 1);
  return found.sort((a, b) => rank(a) - rank(b) || a.preset.name.length - b.preset.name.length)[0]?.preset;
}

/** `{shop}.myshopify.com` → `*.myshopify.com`; a host that is a variable as a whole could be any, and matches none. */
const asPattern = (host: string): string => host.replace(/^\{\w+\}(?=\.)/, '*');
