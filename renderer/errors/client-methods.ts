import { usesField } from '../../app/shared/connection/grants/definitions.ts';
import { text } from '../messages/text.ts';
import type { ClientMethod, Fix, Situation } from './rule.ts';

const names: Record<string, ClientMethod> = {
  client_secret_basic: 'basic',
  client_secret_post: 'body',
  none: 'none',
};
/** The verb comes first: the same sentence usually names the refused method after it. */
const wanted =
  /(?<!not )\b(?:supports?|supported|accepts?|expects?|expected|requires?|allows?|allowed|only|(?:must|should|please) (?:be|use)|registered (?:with|for|to use)|configured (?:with|for|to use))\b[^.;]{0,60}?\b(client_secret_basic|client_secret_post|(?<=["'“‘`])none(?=["'”’`]))/i;
const wantsHeader =
  /\b(?:must|should|has to|please use)\b.{0,40}\b(?:authorization header|basic auth\w*|http basic)\b/i;
const wantsBody =
  /\b(?:must|should|has to|please use)\b.{0,40}\b(?:request body|post body|form body|body parameters?)\b/i;

/** The client authentication that a service asks for (names: OpenID Connect Core §9). Pure. */
export function namedMethod(serviceMessage: string): ClientMethod | undefined {
  const name = wanted.exec(serviceMessage)?.[1]?.toLowerCase();
  if (name !== undefined) return names[name];
  if (wantsHeader.test(serviceMessage)) return 'basic';
  return wantsBody.test(serviceMessage) ? 'body' : undefined;
}

/**
 * Another way to send the secret: the one that the service names, else Basic, the body, Basic unencoded. Skips those that
 * were tried. None if the attempts already cost a login: then the ID or the secret is wrong. Pure.
 */
export function otherMethod(situation: Situation): ClientMethod | undefined {
  const { connection, error, serviceMessage, attempt } = situation;
  if (connection === undefined || attempt.logins > 0 || !usesField(connection, 'clientAuthentication'))
    return undefined;
  const now = connection.clientAuthentication;
  const isOpen = (method: ClientMethod): boolean => method !== now && !attempt.tried.includes(method);
  const named = namedMethod(serviceMessage);
  if (named !== undefined) return isOpen(named) ? named : undefined;
  if (now === 'none') return undefined;
  // Unencoded equals Basic if there is nothing to encode (RFC 6749 §2.3.1).
  const ways: ClientMethod[] =
    error.details?.specialCharacters === true ? ['basic', 'body', 'basic_raw'] : ['basic', 'body'];
  return ways.find(isOpen);
}

export function otherAuthentication(situation: Situation): Fix | undefined {
  const method = otherMethod(situation);
  if (method === undefined) return undefined;
  return { label: text(`diagnosis.fix.send.${method}`), change: { clientAuthentication: method }, retry: 'renew' };
}
