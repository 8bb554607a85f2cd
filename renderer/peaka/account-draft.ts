import { type PeakaAccount, type PeakaZone, zoneAddresses } from '../../app/shared/peaka/account.ts';
import { newId } from '../common/new-id.ts';

const nowhere = { organization: null, workspace: null, project: null } as const;

/** An account that is not saved yet. `taken`: the names of the other accounts. */
export function newPeakaAccount(taken: readonly string[]): PeakaAccount {
  const base = 'Peaka';
  let name = base;
  for (let number = 2; taken.includes(name); number += 1) name = `${base} ${number}`;
  return { id: newId(), name, zone: 'us', ...zoneAddresses.us, ...nowhere };
}

/** Fills in the addresses of the zone. Another zone has other projects. */
export const withZone = (account: PeakaAccount, zone: PeakaZone): PeakaAccount =>
  zone === account.zone ? account : { ...account, zone, ...zoneAddresses[zone], ...nowhere };

/** A choice takes back the choices that depend on it. */
export function withPlace(account: PeakaAccount, place: Partial<Pick<PeakaAccount, PlaceKind>>): PeakaAccount {
  if (place.organization !== undefined) return { ...account, ...nowhere, ...place };
  if (place.workspace !== undefined) return { ...account, project: null, ...place };
  return { ...account, ...place };
}

export const placeKinds = ['organization', 'workspace', 'project'] as const;
export type PlaceKind = (typeof placeKinds)[number];

/** As it is saved: no spaces around, no slash at the end of the base URL. */
export const tidyAccount = (account: PeakaAccount): PeakaAccount => ({
  ...account,
  name: account.name.trim(),
  baseUrl: account.baseUrl.trim().replace(/\/+$/, ''),
  callbackUrl: account.callbackUrl.trim(),
});

export type AccountField = 'name' | 'baseUrl' | 'callbackUrl' | 'apiKey';

const isWebUrl = (url: string): boolean => /^https?:\/\/[^\s/]/i.test(url) && URL.canParse(url);

/** Fields that keep the account from being saved, in the order of the dialog. `hasKey`: one is stored or typed. */
export function missingIn(account: PeakaAccount, hasKey: boolean): AccountField[] {
  const { name, zone, baseUrl, callbackUrl } = tidyAccount(account);
  if (zone === 'practice') return name === '' ? ['name'] : [];
  return [
    ...(name === '' ? (['name'] as const) : []),
    ...(isWebUrl(baseUrl) ? [] : (['baseUrl'] as const)),
    ...(isWebUrl(callbackUrl) ? [] : (['callbackUrl'] as const)),
    ...(hasKey ? [] : (['apiKey'] as const)),
  ];
}

/** Whether the key of one account is for the other, too: main never sends a key to another address. */
export const asksTheSame = (one: PeakaAccount, other: PeakaAccount): boolean =>
  tidyAccount(one).baseUrl === tidyAccount(other).baseUrl;
