import { placeholder } from '../connection/fill-values.ts';
import { headerFieldProblem } from '../header-field.ts';
import { parseUrl } from '../parse-url.ts';
import { isSecureUrl } from '../secure-url.ts';
import type { Resource } from './resource.ts';
import { usedSecretValues } from './secret-values.ts';

export interface ResourceProblem {
  /** A key of Resource, or `headers.<index>`. */
  field: keyof Resource | `headers.${number}`;
  message: string;
}

/** What keeps a resource from being fetched. Pure, so that the dialog can check while the user types. */
export function validateResource(resource: Resource): ResourceProblem[] {
  const problems: ResourceProblem[] = [];
  if (resource.name.trim() === '') problems.push({ field: 'name', message: 'Give the resource a name.' });
  const urlMessage = urlProblem(resource);
  if (urlMessage !== undefined) problems.push({ field: 'url', message: urlMessage });
  if (resource.authorization.type === 'basic' && resource.authorization.username.includes(':'))
    // RFC 7617 §2
    problems.push({ field: 'authorization', message: 'A user name for Basic must not contain a colon.' });
  resource.headers.forEach((header, index) => {
    const message = headerProblem(header, resource);
    if (message !== undefined) problems.push({ field: `headers.${index}`, message });
  });
  if (resource.dataPath !== null && !/^\.?(\/|$)/.test(resource.dataPath))
    problems.push({ field: 'dataPath', message: 'A data path starts with a slash, such as /items.' });
  return problems;
}

/** Whether the request carries a secret, and so needs an encrypted connection. */
export const carriesSecret = (resource: Resource): boolean =>
  resource.authorization.type !== 'none' ||
  resource.headers.some((header) => header.secret) ||
  usedSecretValues(resource).length > 0;

function urlProblem(resource: Resource): string | undefined {
  const text = resource.url.trim();
  if (text === '') return 'Enter a URL, such as https://api.example.com/v1/sales.';
  // A captured URL at the start (`{instance_url}`) counts as secure here. The filled-in URL is checked before the
  // request.
  const whole = text
    .replaceAll('{practice}', 'http://127.0.0.1')
    .replace(/^\{[a-zA-Z]\w*\}(?=[/?#]|$)/, resource.authorization.type === 'oauth' ? 'https://x' : '$&')
    .replaceAll(placeholder, 'x');
  const url = parseUrl(whole);
  if (!url || !/^https?:\/\//i.test(whole)) return 'Enter a complete URL that starts with https://.';
  if (url.username !== '' || url.password !== '')
    return 'Choose Basic under Authorization instead of a password in the URL.';
  if (url.protocol === 'http:' && !isSecureUrl(url) && carriesSecret(resource))
    return 'Use https://. Over http others could read the authorization.';
  return undefined;
}

function headerProblem({ name, value }: Resource['headers'][number], resource: Resource): string | undefined {
  const problem = headerFieldProblem(name, value);
  if (problem !== undefined) return problem;
  const lower = name.toLowerCase();
  if (lower === 'authorization' && resource.authorization.type !== 'none')
    return 'This header is set by the authorization chosen above. Choose None to set it yourself.';
  if (resource.headers.filter((other) => other.name.toLowerCase() === lower).length > 1) return `${name} occurs twice.`;
  return undefined;
}
