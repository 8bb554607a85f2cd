import { placeholder } from '../connection/fill-values.ts';
import { headerFieldProblem } from '../header-field.ts';
import { type Message, message } from '../messages/message.ts';
import { parseUrl } from '../parse-url.ts';
import { isSecureUrl } from '../secure-url.ts';
import { bodyProblem } from './body.ts';
import { datesProblem, isTimeZone } from './dates/problems.ts';
import { withoutDates } from './dates/templates.ts';
import { type PagesProblem, pagesProblem } from './pages-problem.ts';
import type { Resource } from './resource.ts';
import { usedSecretValues } from './secret-values.ts';
import { type Connected, ownVariables } from './variables.ts';

export interface ResourceProblem {
  /** A key of Resource, `headers.<index>`, `variables.<name>`, the variables of a GraphQL body, or a key of the pages. */
  field: keyof Resource | `headers.${number}` | `variables.${string}` | 'body.variables' | PagesProblem['field'];
  message: Message;
}

/**
 * What keeps a resource from being fetched. Pure, so that the dialog can check while the user types. `connection`: whose
 * values the URL may hold.
 */
export function validateResource(resource: Resource, connection?: Connected): ResourceProblem[] {
  const problems: ResourceProblem[] = [];
  if (resource.name.trim() === '') problems.push({ field: 'name', message: message('fields.resource.name') });
  const urlMessage = urlProblem(resource);
  if (urlMessage !== undefined) problems.push({ field: 'url', message: urlMessage });
  for (const { name, value, isSure } of ownVariables(resource, connection)) {
    const problem =
      value === '' && isSure ? message('fields.variable.missing', { variable: `{${name}}` }) : datesProblem(value);
    if (problem !== undefined) problems.push({ field: `variables.${name}`, message: problem });
  }
  const { timeZone } = resource;
  if (timeZone !== null && !isTimeZone(timeZone))
    problems.push({ field: 'timeZone', message: message('fields.date.zone', { zone: timeZone }) });
  if (resource.authorization.type === 'basic' && resource.authorization.username.includes(':'))
    // RFC 7617 §2
    problems.push({ field: 'authorization', message: message('fields.resource.colon') });
  resource.headers.forEach((header, index) => {
    const message = headerProblem(header, resource);
    if (message !== undefined) problems.push({ field: `headers.${index}`, message });
  });
  const ofBody = bodyProblem(resource);
  if (ofBody !== undefined) problems.push(ofBody);
  const ofPages = pagesProblem(resource);
  if (ofPages !== undefined) problems.push(ofPages);
  if (resource.dataPath !== null && !/^(?:\.?(?:\/|$)|\$)/.test(resource.dataPath))
    problems.push({ field: 'dataPath', message: message('fields.resource.dataPath') });
  return problems;
}

/** Whether the request carries a secret, and so needs an encrypted connection. */
export const carriesSecret = (resource: Resource): boolean =>
  resource.authorization.type !== 'none' ||
  resource.headers.some((header) => header.secret) ||
  usedSecretValues(resource).length > 0;

function urlProblem(resource: Resource): Message | undefined {
  const text = resource.url.trim();
  if (text === '') return message('fields.resource.urlMissing');
  const wrongDate = datesProblem(text);
  if (wrongDate !== undefined) return wrongDate;
  const [, first = ''] = /^\{(\w+)\}/.exec(text) ?? [];
  const startsWithValue = resource.authorization.type === 'oauth' || Object.hasOwn(resource.variables, first);
  // A captured URL at the start (`{instance_url}`) counts as secure here. The filled-in URL is checked before the
  // request.
  const whole = withoutDates(text)
    .replaceAll('{practice}', 'http://127.0.0.1')
    .replace(/^\{[a-zA-Z]\w*\}(?=[/?#]|$)/, startsWithValue ? 'https://x' : '$&')
    .replaceAll(placeholder, 'x');
  const url = parseUrl(whole);
  if (!url || !/^https?:\/\//i.test(whole)) return message('fields.resource.urlIncomplete');
  if (url.username !== '' || url.password !== '') return message('fields.resource.userinfo');
  if (url.protocol === 'http:' && !isSecureUrl(url) && carriesSecret(resource))
    return message('fields.resource.insecure');
  return undefined;
}

function headerProblem({ name, value }: Resource['headers'][number], resource: Resource): Message | undefined {
  const problem = headerFieldProblem(name, value) ?? datesProblem(value);
  if (problem !== undefined) return problem;
  const lower = name.toLowerCase();
  if (lower === 'authorization' && resource.authorization.type !== 'none')
    return message('fields.resource.authorizationHeader');
  if (resource.headers.filter((other) => other.name.toLowerCase() === lower).length > 1)
    return message('fields.twice', { name });
  return undefined;
}
