import { type Grant, grants } from '../connection/grant-names.ts';
import { grantDefinitions } from '../connection/grants/definitions.ts';
import type { Preset } from './preset.ts';

/** The grants that the service is known to support, the usual one first. The dialog offers no others. */
export const grantsOf = (preset: Preset): Grant[] => [
  ...new Set([preset.grant, ...grants.filter((grant) => isShownByEndpoint(grant, preset)), ...preset.otherGrants]),
];

function isShownByEndpoint(grant: Grant, preset: Preset): boolean {
  const { ownEndpoint } = grantDefinitions[grant];
  return ownEndpoint !== undefined && preset[ownEndpoint] !== '';
}
