import type { Situation } from './rule.ts';

const addresses = ({ connection }: Situation): string =>
  `${connection?.authorizationUrl ?? ''} ${connection?.accessTokenUrl ?? ''}`;

/** The service whose rules apply, found by its URLs so that a Custom connection is recognized too. */
export const isGoogle = (situation: Situation): boolean =>
  /\/\/(accounts\.google\.com|oauth2\.googleapis\.com)\//.test(addresses(situation));

export const isMicrosoft = (situation: Situation): boolean =>
  /\/\/login\.(microsoftonline\.com|microsoftonline\.us|windows\.net|partner\.microsoftonline\.cn)\//.test(
    addresses(situation),
  );

/** The tenant in Microsoft's URLs, if it is a specific one and not `common`. */
export function microsoftTenant({ connection }: Situation): string | undefined {
  const given = connection?.variables.tenant;
  const inUrl = /\/\/login\.microsoftonline\.com\/([\w.-]+)\//.exec(connection?.authorizationUrl ?? '')?.[1];
  const tenant = given ?? inUrl;
  return tenant === undefined || /^(|common|consumers|organizations)$/.test(tenant) ? undefined : tenant;
}
