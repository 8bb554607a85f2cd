export interface Scope {
  value: string;
  title: string;
  description: string;
}

/** The scopes that a client may request, described for the consent page. */
export const scopes: readonly Scope[] = [
  { value: 'openid', title: 'Know who you are', description: 'Your name and e-mail address, to show who is connected' },
  { value: 'sales:read', title: 'See sales', description: 'Orders and revenue by day and region' },
  { value: 'inventory:read', title: 'See the inventory', description: 'Items, stock, warehouses and suppliers' },
  { value: 'profile:read', title: 'See your profile', description: 'Your name, e-mail address and role' },
  {
    value: 'offline_access',
    title: 'Stay connected',
    description: 'Keep this access until you remove it, without another login',
  },
];

const scopeValues = scopes.map((scope) => scope.value);

/** The requested scopes that exist, or all data scopes if none is requested (RFC 6749 §3.3: a pre-defined default). */
export function knownScopes(requested: string | undefined): string[] {
  if (requested === undefined || requested.trim() === '') return scopeValues.filter((value) => value !== 'openid');
  const asked = new Set(requested.split(' '));
  return scopeValues.filter((value) => asked.has(value));
}
