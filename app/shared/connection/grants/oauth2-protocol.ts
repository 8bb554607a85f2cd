import { message } from '../../messages/message.ts';
import { tokenRequestParameters } from '../reserved-parameters.ts';
import type { ProtocolDefinition } from './grant-definition.ts';

/** RFC 6749, and what all its grants share: refresh, revocation (RFC 7009), introspection (RFC 7662), the issuer. */
export const oauth2Protocol: ProtocolDefinition = {
  name: 'oauth2',
  fields: () => [
    'issuer',
    'accessTokenUrl',
    'refreshUrl',
    'revocationUrl',
    'introspectionUrl',
    'accountUrl',
    'accountPointer',
    'clientId',
    'clientAuthentication',
    'scopes',
    'scopeSeparator',
    'scopeParameter',
    'tokenRequestFormat',
    'extraTokenParameters',
    'extraRefreshParameters',
    'tokenHeaders',
    'tokenMapping',
    'capturedValues',
    'tokenPlacement',
    'apiHeaders',
    'hosts',
  ],
  signsRequests: false,
  tokensExpire: true,
  tokenHeader: ({ tokenPlacement: { in: place, name } }) => (place === 'header' ? name : ''),
  authorizesTokenRequests: ({ clientAuthentication }) =>
    clientAuthentication === 'basic' || clientAuthentication === 'basic_raw',
  clientIdMissing: message('fields.clientId.missing'),
  secrets: ({ clientAuthentication }) =>
    clientAuthentication === 'none'
      ? []
      : [
          {
            name: 'clientSecret',
            message: message('fields.secret.client'),
          },
        ],
  reservedTokenParameters: tokenRequestParameters,
};
