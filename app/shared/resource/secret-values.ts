import { parametersHolding } from '../secret-value.ts';
import type { Resource } from './resource.ts';

type WithUrl = Pick<Resource, 'url' | 'secretValues'>;

/** Secret values whose `{name}` the URL holds. */
export const usedSecretValues = ({ url, secretValues }: WithUrl): string[] =>
  secretValues.filter((name) => url.includes(`{${name}}`));

/** Query parameters that carry one: the console shows no value under such a name. */
export const secretParameters = (resource: WithUrl): string[] =>
  usedSecretValues(resource).flatMap((value) => parametersHolding(resource.url, value));
