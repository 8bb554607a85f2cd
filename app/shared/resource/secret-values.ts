import { parametersHolding } from '../secret-value.ts';
import type { Resource } from './resource.ts';

type WithUrl = Pick<Resource, 'url' | 'secretValues'>;

/** The secret values whose `{name}` occurs in the URL. */
export const usedSecretValues = ({ url, secretValues }: WithUrl): string[] =>
  secretValues.filter((name) => url.includes(`{${name}}`));

/** Query parameters that contain a secret value. The console masks the values of these names. */
export const secretParameters = (resource: WithUrl): string[] =>
  usedSecretValues(resource).flatMap((value) => parametersHolding(resource.url, value));
