/** A cache: bodies repeat the same names thousands of times. */
const plainNames = new Map<string, string>();
const mostNames = 5_000;

/** `client_secret`, `clientSecret`, `Client-Secret` and `client%5Fsecret` are one name. */
export function plainName(name: string): string {
  const known = plainNames.get(name);
  if (known !== undefined) return known;
  const plain = decoded(name)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
  if (plainNames.size >= mostNames) plainNames.clear();
  plainNames.set(name, plain);
  return plain;
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** Secret wherever they appear. */
const secretNames = new Set(
  [
    'authorization proxyauthorization cookie setcookie cookie2 assertion clientassertion samlresponse samlrequest relaystate',
    'authtoken bearer jwt apikey xapikey apisecret accesskey accesskeyid secretkey privatekey subscriptionkey masterkey',
    'ocpapimsubscriptionkey passphrase passwd pwd codeverifier devicecode usercode authorizationcode authcode',
    'oauthverifier sessionid sessionkey signature sig hmac loginticket verificationuricomplete',
  ].flatMap((line) => line.split(' ')),
);
/** `access_token`, `x-shopify-access-token`, `oauth_token_secret`, `clientSecret`, `oauth_signature`, `new-password`. */
const secretEnding = /(?:token|tokens|secret|secrets|password|passwords|apikey|signature|privatekey|assertion|cookie)$/;

/**
 * Secret only in OAuth messages. In a service's data, an order's code or an issue's state is what the user wants to
 * see.
 */
const protocolNames = new Set(
  'code state nonce key verifier auth pass pin otp sid session ticket credential credentials'.split(' '),
);

export type NameRule = (name: string) => boolean;

export const isSecretName: NameRule = (name) => {
  const plain = plainName(name);
  return secretNames.has(plain) || secretEnding.test(plain);
};
/** Secret as header names, which have no other meaning: `X-Session-Id`, `X-Auth`, `X-CSRF`. */
const secretHeaders = new Set('auth session sessionid sid csrf xsrf ticket credential credentials key'.split(' '));
export const isSecretHeader: NameRule = (name) => {
  const plain = plainName(name.replace(/^x-/i, ''));
  return isSecretName(name) || secretNames.has(plain) || secretHeaders.has(plain);
};
export const isProtocolName: NameRule = (name) => protocolNames.has(plainName(name));

/** Values made for one login. An error response may repeat them without a name. */
const echoedNames = new Set(
  'code state nonce verifier codeverifier devicecode usercode authorizationcode authcode oauthverifier'.split(' '),
);
export const isEchoed: NameRule = (name) => echoedNames.has(plainName(name));

/**
 * Words, a host or an address. Pages use such values as `code` or `state`, and masking them would mask ordinary text.
 */
export const isPlainText = (value: string): boolean =>
  /^[a-z]+(?:[\s_./-]+[a-z]+)*$/i.test(value) || /:\/\/|:%2f%2f|:%252f%252f|%3a%2f%2f|%253a%252f%252f/i.test(value);

/**
 * Fields of a token response that the console may show (RFC 6749 §5, RFC 8628 §3.2, RFC 7662 §2.2, RFC 5849). Every
 * other text is masked.
 */
const shownNames = new Set(
  [
    'tokentype scope scopes granttype expiresin expires expiresat expireson extexpiresin refreshtokenexpiresin',
    'refreshexpiresin xrefreshtokenexpiresin issuedat interval error errors errordescription erroruri errorcode',
    'errorcodes errorsubcode suberror errormessage message reason detail title status ok active verificationuri',
    'verificationurl instanceurl apidomain oauthcallbackconfirmed oauthproblem oauthexpiresin iss issuer clientid',
    'timestamp traceid correlationid',
  ].flatMap((line) => line.split(' ')),
);
export const isShownInTokenResponse: NameRule = (name) => shownNames.has(plainName(name));

/**
 * URL parameters of a login page that describe the request. The others may carry the page's session. `connectionId`: at
 * the end of a login through Peaka. Its value is needed in every later request.
 */
const shownParameters = new Set(
  [
    'clientid redirecturi responsetype responsemode scope accesstype prompt codechallengemethod error errordescription',
    'erroruri iss hd uilocales audience resource tenant includegrantedscopes oauthcallback connectionid',
  ].flatMap((line) => line.split(' ')),
);
export const isShownParameter: NameRule = (name) => shownParameters.has(plainName(name));

/** Whether the text is long and mixes letters and digits as no word does: a token, a code, a key. */
export function looksRandom(whole: string, shortest = 20): boolean {
  const value = whole.slice(0, 500);
  if (value.length < shortest || !/^[A-Za-z0-9_.~+/=-]+$/.test(value)) return false;
  if (!/\d/.test(value) || !/[A-Za-z]/.test(value)) return false;
  // Host names, paths and dates have separators in regular places; tokens do not.
  if (/^(?:[a-z][a-z-]*\.)+[a-z]{2,}$/i.test(value) || /^\d{4}-\d\d-\d\d/.test(value)) return false;
  return new Set(value).size >= Math.min(10, shortest / 2);
}
