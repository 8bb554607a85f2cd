import { redact } from '../console/mask/redact.ts';
import { safeHttpsLink, safeText } from '../http/safe-text.ts';

/** What a service says of its refusal, safe to show. `error` and `words` are as sent, for comparison only. */
export interface ServiceError {
  error?: string | undefined;
  words?: string | undefined;
  said?: string | undefined;
  link?: string | undefined;
}

/** For comparison: a mask may have taken a word that a secret shares. */
export const wordsOf = ({ words, said }: ServiceError): string | undefined => words ?? said;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value : typeof value === 'number' ? String(value) : undefined;

/** HubSpot's `BAD_REFRESH_TOKEN`; most say `error` or `failure` there, which is no name. */
const nameIn = (status: unknown): string | undefined =>
  typeof status === 'string' && /^[A-Z]+(?:_[A-Z]+)+$/.test(status) ? status : undefined;

/** The words for "error" that services use beside those of RFC 6749 §5.2. */
function fields(body: Record<string, unknown>): { error?: string | undefined; description?: string | undefined } {
  // NetSuite (RFC 9457 with Oracle's extension) has its list under a name of its own.
  const list = [body.errors, body['o:errorDetails']].find(Array.isArray);
  const nested: unknown = list === undefined ? body.error : list[0];
  if (isRecord(nested))
    return {
      error: textOf(nested.code) ?? textOf(nested.type) ?? textOf(nested['o:errorCode']) ?? textOf(nested.status),
      description: textOf(nested.message) ?? textOf(nested.description) ?? textOf(nested.detail),
    };
  return {
    error:
      textOf(body.error) ??
      textOf(body.error_code) ??
      textOf(body.errorCode) ??
      textOf(body.oauth_problem) ??
      nameIn(body.status),
    description:
      textOf(body.error_description) ??
      textOf(body.error_message) ??
      textOf(body.errorMessage) ??
      textOf(body.message) ??
      textOf(body.detail) ??
      textOf(body.reason) ??
      textOf(body.oauth_problem_advice) ??
      textOf(nested),
  };
}

/** The words that tell one refusal from another come first. */
const mostCompared = 2_000;

/** Reads a parsed body's error. `secrets` of the request are taken out of what is said. */
export function readServiceError(body: unknown, secrets: Iterable<string | undefined>): ServiceError {
  if (!isRecord(body)) return {};
  const { error, description } = fields(body);
  // Ory Hydra's, until version 1.9: which client authentication it wants is said there alone.
  const hint = textOf(body.error_hint);
  const said = [...new Set([error, description, hint])].filter((part) => part !== undefined).join(': ');
  return {
    error,
    words: said.slice(0, mostCompared),
    said: said === '' ? undefined : safeText(redact(said, secrets)),
    link: safeHttpsLink(typeof body.error_uri === 'string' ? redact(body.error_uri, secrets) : undefined),
  };
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' };

/** What a page or a plain text says: a page's title and first heading tell more than its markup. */
export function readTextSaid(text: string, isHtml: boolean, secrets: Iterable<string | undefined>): string | undefined {
  const start = text.slice(0, 20_000);
  const part = (tag: string) => new RegExp(`<${tag}[^>]*>([^<]{1,300})`, 'i').exec(start)?.[1]?.trim();
  const words = isHtml
    ? [...new Set([part('title'), part('h1')])].filter((found) => found !== undefined && found !== '').join(' – ')
    : start;
  const plain = words.replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (_, name: string) => entities[name] ?? '');
  const said = safeText(redact(plain, secrets), 300);
  return said === '' ? undefined : said;
}
