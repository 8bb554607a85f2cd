import { z } from 'zod';
import type { Service } from '../service.ts';
import type { PeakaConnection, PeakaTokens } from './peaka-state.ts';

/** Peaka's own app at the OAuth2 provider of the practice service. */
export const peakaClientId = 'practice-peaka';
export const peakaCallbackPath = '/peaka/oauth2/callback';

type PeakaService = Pick<Service, 'origin' | 'store'>;

interface Client {
  clientId: string;
  clientSecret: string;
}

/** The user's app if the connection has one, else Peaka's. */
export function clientOf({ store }: Pick<Service, 'store'>, { values }: Pick<PeakaConnection, 'values'>): Client {
  const { clientId, clientSecret } = values;
  return typeof clientId === 'string' && typeof clientSecret === 'string'
    ? { clientId, clientSecret }
    : { clientId: peakaClientId, clientSecret: store.state.peaka.clientSecret };
}

/** The token endpoint's refusal. */
export class TokenRefused extends Error {
  /** RFC 6749 §5.2, such as `invalid_grant`. */
  readonly error: string;
  constructor(error: string) {
    super(error);
    this.error = error;
  }
}

const responseSchema = z.object({ access_token: z.string(), refresh_token: z.string().optional() });
const errorSchema = z.object({ error: z.string() });

/** Throws TokenRefused. */
async function requestTokens(
  { origin }: PeakaService,
  { clientId, clientSecret }: Client,
  parameters: Record<string, string>,
): Promise<PeakaTokens> {
  const response = await fetch(`${origin}/oauth2/token`, {
    method: 'POST',
    body: new URLSearchParams({ ...parameters, client_id: clientId, client_secret: clientSecret }),
  });
  const body: unknown = await response.json();
  if (!response.ok) throw new TokenRefused(errorSchema.safeParse(body).data?.error ?? 'server_error');
  const { access_token: accessToken, refresh_token: refreshToken } = responseSchema.parse(body);
  return { accessToken, refreshToken };
}

/** RFC 6749 §4.1.3. Throws TokenRefused. */
export const exchangeCode = (
  service: PeakaService,
  connection: PeakaConnection,
  { code, verifier, redirectUri }: { code: string; verifier: string; redirectUri: string },
): Promise<PeakaTokens> =>
  requestTokens(service, clientOf(service, connection), {
    grant_type: 'authorization_code',
    code,
    code_verifier: verifier,
    redirect_uri: redirectUri,
  });

/** RFC 6749 §6. Keeps the refresh token if the provider sends no new one. Throws TokenRefused. */
export async function renew(
  service: PeakaService,
  connection: PeakaConnection,
  refreshToken: string,
): Promise<PeakaTokens> {
  const tokens = await requestTokens(service, clientOf(service, connection), {
    grant_type: 'refresh_token',
    refresh_token: refreshToken,
  });
  return { refreshToken, ...tokens };
}
