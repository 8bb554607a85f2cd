import { message } from '../../messages/message.ts';
import type { Connection } from '../connection.ts';
import type { NeededSecret, ProtocolDefinition } from './grant-definition.ts';

const isRsa = ({ signatureMethod }: Connection): boolean => signatureMethod === 'RSA-SHA1';

const clientSecret: NeededSecret = { name: 'clientSecret', message: message('fields.secret.consumer') };
const privateKey: NeededSecret = { name: 'privateKey', message: message('fields.secret.privateKey') };
const ownToken: NeededSecret = { name: 'ownToken', message: message('fields.secret.token') };
const ownTokenSecret: NeededSecret = { name: 'ownTokenSecret', message: message('fields.secret.tokenSecret') };

/** RFC 5849: every request is signed. OAuth1 has no refresh token, scope, issuer or introspection. */
export const oauth1Protocol: ProtocolDefinition = {
  name: 'oauth1',
  fields: ({ tokenSource }) => [
    ...(['tokenSource', 'clientId', 'signatureMethod', 'realm', 'revocationUrl', 'hosts', 'apiHeaders'] as const),
    // Without a login the app requests no URL for a token.
    ...(tokenSource === 'login'
      ? ([
          'requestUrl',
          'authorizationUrl',
          'accessTokenUrl',
          'callbackUrl',
          'window',
          'session',
          'capturedValues',
          'extraAuthorizationParameters',
          'extraTokenParameters',
          'tokenHeaders',
        ] as const)
      : []),
  ],
  signsRequests: true,
  tokensExpire: false,
  tokenHeader: () => 'authorization',
  authorizesTokenRequests: () => true,
  clientIdMissing: message('fields.consumerKey.missing'),
  secrets: (connection) => [
    isRsa(connection) ? privateKey : clientSecret,
    ...(connection.tokenSource === 'own'
      ? // RFC 5849 §3.4.3: RSA-SHA1 does not use the token secret.
        [ownToken, ...(isRsa(connection) ? [] : [ownTokenSecret])]
      : []),
  ],
  reservedTokenParameters: [],
};
