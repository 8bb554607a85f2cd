import { safeHttpsLink, safeText } from '../shared/safe-text.ts';

/**
 * What a service says about its refusal. Safe to show once masked (`api/border.ts`). `error` and `words` are as sent,
 * for comparison only.
 */
export interface ServiceError {
  error?: string | undefined;
  words?: string | undefined;
  serviceMessage?: string | undefined;
  link?: string | undefined;
}

/** For comparison only: longer than the text shown. */
export const wordsOf = ({ words, serviceMessage }: ServiceError): string | undefined => words ?? serviceMessage;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value : typeof value === 'number' ? String(value) : undefined;

/** HubSpot sends `BAD_REFRESH_TOKEN`; most services send `error` or `failure`, which are not names. */
const statusName = (status: unknown): string | undefined =>
  typeof status === 'string' && /^[A-Z]+(?:_[A-Z]+)+$/.test(status) ? status : undefined;

/**
 * Fields by name, ignoring case and underscores: Apigee sends `ErrorCode`, Fitbit `errorType`, NetSuite `o:errorCode`.
 */
const named = (body: Record<string, unknown>): Map<string, unknown> =>
  new Map(Object.entries(body).map(([name, value]) => [name.toLowerCase().replace(/_|^o:/g, ''), value]));

const names = ['error', 'errorcode', 'errortype', 'oauthproblem', 'code', 'type', 'status'];
const descriptions = ['errordescription', 'errormessage', 'message', 'description', 'detail', 'reason'];

/** An HTTP status in place of a name adds nothing to the response (Reddit, Google). */
const isStatus = (value: unknown): boolean => /^[45]\d\d$/.test(textOf(value) ?? '');
/** A name, not a sentence. */
const isName = (text: string): boolean => !/\s/.test(text);

/** Reads the fields for errors that services use in addition to those of RFC 6749 §5.2. */
function fields(body: Record<string, unknown>): { error?: string | undefined; description?: string | undefined } {
  const all = named(body);
  // NetSuite (RFC 9457 with Oracle's extension) names its list differently. OneLogin puts everything into `status`.
  const list = [all.get('errors'), all.get('errordetails')].find(Array.isArray);
  const nested: unknown = list?.[0] ?? [all.get('error'), all.get('status')].find(isRecord);
  if (isRecord(nested)) {
    const inner = named(nested);
    const found = names.flatMap((name) => (isStatus(inner.get(name)) ? [] : (textOf(inner.get(name)) ?? [])));
    // Strava names only the field that it refuses.
    const place = [inner.get('resource'), inner.get('field')].flatMap((part) => textOf(part) ?? []).join(' ');
    return { error: found[0], description: firstText(inner, descriptions) ?? textOf(place) };
  }
  const candidates = names
    .slice(0, 4)
    .flatMap((name) => (isStatus(all.get(name)) ? [] : (textOf(all.get(name)) ?? [])));
  return {
    error: candidates.find(isName) ?? candidates[0] ?? statusName(all.get('status')),
    description:
      firstText(all, [...descriptions, 'oauthproblemadvice']) ??
      candidates.find((each) => !isName(each)) ??
      textOf(nested),
  };
}

const firstText = (all: ReadonlyMap<string, unknown>, wanted: readonly string[]): string | undefined =>
  wanted.map((name) => textOf(all.get(name))).find((text) => text !== undefined);

/** The words that identify a refusal come first. */
const mostCompared = 2_000;

/** Reads a parsed body's error. */
export function readServiceError(body: unknown): ServiceError {
  // Salesforce sends a list.
  const parsed: unknown = Array.isArray(body) ? { errors: body } : body;
  if (!isRecord(parsed)) return {};
  const { error, description } = fields(parsed);
  const { error_uri } = parsed;
  // Ory Hydra before version 1.9 says only here which client authentication it expects.
  const hint = textOf(parsed.error_hint);
  const serviceMessage = [...new Set([error, description, hint])].filter((part) => part !== undefined).join(': ');
  return {
    error,
    words: serviceMessage.slice(0, mostCompared),
    serviceMessage: serviceMessage === '' ? undefined : safeText(serviceMessage),
    link: safeHttpsLink(typeof error_uri === 'string' ? error_uri : undefined),
  };
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' };

/** The text of a page or a plain text response. A page's title and first heading say more than its markup. */
export function readTextSaid(text: string, isHtml: boolean): string | undefined {
  const start = text.slice(0, 20_000);
  const part = (tag: string) => new RegExp(`<${tag}[^>]*>([^<]{1,300})`, 'i').exec(start)?.[1]?.trim();
  const words = isHtml
    ? [...new Set([part('title'), part('h1')])].filter((found) => found !== undefined && found !== '').join(' – ')
    : start;
  const plain = words.replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (_, name: string) => entities[name] ?? '');
  const serviceMessage = safeText(plain, 300);
  return serviceMessage === '' ? undefined : serviceMessage;
}
