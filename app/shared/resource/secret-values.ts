import { parametersHolding } from '../secret-value.ts';
import { bodyUses } from './body.ts';
import { withoutDates } from './dates/templates.ts';
import type { Resource } from './resource.ts';

type WithValues = Pick<Resource, 'url' | 'method' | 'body' | 'secretValues'>;

/** The secret values whose `{name}` occurs in the URL or in the body. */
export const usedSecretValues = (resource: WithValues): string[] =>
  resource.secretValues.filter((name) => withoutDates(resource.url).includes(`{${name}}`) || bodyUses(resource, name));

/** Query parameters that contain a secret value. The console masks the values of these names. */
export const secretParameters = (resource: WithValues): string[] =>
  usedSecretValues(resource).flatMap((value) => parametersHolding(resource.url, value));
