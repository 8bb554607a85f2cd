import { knownScopes } from '../../scopes.ts';
import type { ServiceGrant } from './service-grant.ts';

/** RFC 6749 §4.1. */
export const authorizationCode: ServiceGrant = {
  grantType: 'authorization_code',
  routes: { authorization: '/oauth2/authorize' },
  ttl: () => ({ AuthorizationCode: 60 }),
  register: (provider) => {
    provider.use(async (context, next) => {
      if (context.path === '/oauth2/authorize') context.query = completeRequest(context.query);
      await next();
    });
  },
};

/**
 * Forgiving to beginners: without a scope all are granted (RFC 6749 §3.3). `offline_access` needs no `prompt=consent`,
 * which OpenID Connect Core §11 requires: this service always asks for consent.
 */
function completeRequest(query: NodeJS.Dict<string | string[]>): NodeJS.Dict<string | string[]> {
  const { scope } = query;
  if (Array.isArray(scope)) return query;
  const asked = scope || knownScopes(undefined).join(' ');
  const needsPrompt = asked.split(' ').includes('offline_access') && query.prompt === undefined;
  return { ...query, scope: asked, ...(needsPrompt ? { prompt: 'consent' } : {}) };
}
