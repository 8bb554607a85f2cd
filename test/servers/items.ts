import { defaultCallbackUrl } from '../../app/shared/connection/callback-url.ts';
import type { Connection } from '../../app/shared/connection/connection.ts';
import { bearerPlacement, standardTokenMapping } from '../../app/shared/connection/standard-mapping.ts';
import { newResource } from '../../app/shared/resource/new-resource.ts';
import type { Resource } from '../../app/shared/resource/resource.ts';

export const connection = (changes: Partial<Connection> = {}): Connection => ({
  id: 'connection-1',
  name: 'Service',
  presetId: null,
  grant: 'authorization_code',
  issuer: '',
  issuerInCallback: false,
  requestUrl: '',
  authorizationUrl: 'https://auth.example.com/authorize',
  accessTokenUrl: 'https://auth.example.com/token',
  refreshUrl: '',
  revocationUrl: '',
  introspectionUrl: '',
  deviceAuthorizationUrl: '',
  accountUrl: '',
  accountPointer: '',
  callbackUrl: defaultCallbackUrl,
  clientId: 'client',
  scopes: [],
  scopeSeparator: ' ',
  scopeParameter: 'scope',
  accessType: null,
  clientAuthentication: 'basic',
  tokenRequestFormat: 'form',
  pkce: 'S256',
  responseMode: 'default',
  window: 'popup',
  session: 'kept',
  extraAuthorizationParameters: {},
  extraTokenParameters: {},
  extraRefreshParameters: {},
  tokenMapping: standardTokenMapping,
  capturedValues: {},
  tokenPlacement: bearerPlacement,
  apiHeaders: {},
  tokenHeaders: [],
  hosts: [],
  variables: {},
  secretValues: [],
  inTheOpen: [],
  username: '',
  rememberPassword: false,
  tokenSource: 'login',
  signatureMethod: 'HMAC-SHA1',
  realm: '',
  ...changes,
});

export const resource = (changes: Partial<Resource> = {}): Resource =>
  newResource({ id: 'resource-1', name: 'Data', url: 'https://api.example.com/data', ...changes });
