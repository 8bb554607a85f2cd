import { z } from 'zod';
import type { PeakaPlace } from '../shared/peaka/account.ts';
import type { PeakaField, PeakaType } from '../shared/peaka/connection-type.ts';
import { safeHttpsLink, safeText } from '../shared/safe-text.ts';
import { plainName } from '../shared/secret-names.ts';

/** `GET /info`. With a project key it names the project. */
export interface PeakaInfo {
  userId: string;
  email: string;
  project: PeakaPlace | null;
}

/** A connection as Peaka returns it. `url`: the consent page to open. Peaka may return only the ID. */
export interface RemoteConnection {
  id: string;
  name: string;
  type: string;
  url: string | undefined;
}

/*
 * Peaka's OpenAPI document describes the shapes, and is wrong in places: it names one object where the API sends a
 * list. So every reader takes both, ignores further fields, and fills in what is missing. `undefined`: a part is
 * missing without which the response means nothing.
 */

/** The longest ID that the contract passes on (`contract/peaka.ts`). */
const longestId = 200;
const longestName = 200;
const mostFacts = 200;
const mostFields = 200;
const longestFact = 500;

/** An ID may be a number. */
const idSchema = z.union([z.string(), z.number()]).transform(String).pipe(z.string().min(1).max(longestId));
/** A text that may be missing, `null` or of another type. */
const textSchema = z
  .union([z.string(), z.number(), z.boolean()])
  .transform((value) => safeText(String(value), longestFact))
  .catch('');
const nameSchema = textSchema.transform((name) => safeText(name, longestName));

const placeSchema = z
  .object({ id: idSchema, name: nameSchema })
  .transform(({ id, name }): PeakaPlace => ({ id, name: name === '' ? id : name }));

const infoSchema = z
  .object({
    userId: textSchema,
    email: textSchema,
    projectId: idSchema.optional().catch(undefined),
    projectName: nameSchema,
  })
  // Any other JSON would pass for an account.
  .refine(({ userId, email, projectId }) => userId !== '' || email !== '' || projectId !== undefined)
  .transform(
    ({ userId, email, projectId, projectName }): PeakaInfo => ({
      userId,
      email,
      project: projectId === undefined ? null : { id: projectId, name: projectName === '' ? projectId : projectName },
    }),
  );

const connectionSchema = z.object({
  id: idSchema,
  name: nameSchema,
  type: nameSchema,
  /** As sent: the consent page is opened to the byte. */
  url: z.string().min(1).max(20_000).optional().catch(undefined),
});

const trueSchema = z
  .union([z.boolean(), z.enum(['true', 'false']).transform((word) => word === 'true')])
  .optional()
  .catch(undefined);

const fieldSchema = z
  .object({
    fieldName: z.string().min(1).max(longestId),
    fieldType: textSchema,
    required: trueSchema,
    description: textSchema,
  })
  .transform(({ fieldName: name, fieldType, required = false, description }): PeakaField => {
    const word = fieldType.toLowerCase();
    const kind = word === 'number' || word === 'boolean' ? word : 'text';
    return { name, kind, required, description, isSecret: kind === 'text' && isSecretField(name, word) };
  });

const typeSchema = z
  .object({
    connectionType: z.string().min(1).max(longestId),
    connectionTypeLabel: nameSchema,
    name: nameSchema,
    category: nameSchema,
    authorizationType: nameSchema,
    redirectRequired: trueSchema,
    configuration: z.unknown().optional(),
    documentationUrl: z.string().optional().catch(undefined),
  })
  .transform(
    ({ connectionType: type, connectionTypeLabel, name, redirectRequired, configuration, ...rest }): PeakaType => ({
      type,
      label: [connectionTypeLabel, name, type].find((text) => text !== '') ?? type,
      category: rest.category,
      authorizationType: rest.authorizationType,
      needsLogin: redirectRequired ?? rest.authorizationType.toLowerCase() === 'oauth2',
      fields: (readList(configuration ?? [], fieldSchema) ?? []).slice(0, mostFields),
      documentationUrl: safeHttpsLink(rest.documentationUrl) ?? '',
    }),
  );

/** Names of fields that hold a secret. Peaka marks none, so that a harmless field may be taken for one. */
const secretWord =
  /token|secret|passw|passphrase|pwd|key|credential|signature|certificate|jwt|bearer|cookie|pem$|pin$|authorization$/;
/** Their values have a secret as a part. */
const compoundWord = /connectionstring|connectionur[il]|^dsn$|jdbcur[il]|webhook|serviceaccount/;

/** Whether the value of this field of Peaka's forms goes to the vault. `kind`: Peaka's `fieldType`, if known. */
export const isSecretField = (name: string, kind = ''): boolean =>
  secretWord.test(plainName(name)) || compoundWord.test(plainName(name)) || secretWord.test(kind);

/** `GET /info`. */
export const readInfo = (value: unknown): PeakaInfo | undefined => readOne(value, infoSchema);

export const readPlaces = (value: unknown): PeakaPlace[] | undefined => readList(value, placeSchema);

/** `GET /connections/config`. */
export const readTypes = (value: unknown): PeakaType[] | undefined => readList(value, typeSchema);

export const readConnections = (value: unknown): RemoteConnection[] | undefined =>
  readList(value, connectionSchema)?.map((connection) => withDefaults(connection, {}));

/** `known`: what the request said, for a response of the ID alone or, to a PUT, of nothing. */
export function readConnection(value: unknown, known: Partial<RemoteConnection>): RemoteConnection | undefined {
  const one = readOne(value, connectionSchema);
  if (one !== undefined) return withDefaults(one, known);
  // A response that names no connection, to a request that did.
  const isSilent = isRecord(value) && !('id' in value);
  return known.id !== undefined && isSilent
    ? withDefaults({ ...connectionSchema.parse({ ...value, id: known.id }) }, known)
    : undefined;
}

const withDefaults = (
  { id, name, type, url }: z.infer<typeof connectionSchema>,
  known: Partial<RemoteConnection>,
): RemoteConnection => ({
  id,
  name: name === '' ? (known.name ?? '') : name,
  type: type === '' ? (known.type ?? '') : type,
  url,
});

/** `GET …/detail`: names and texts. Leaves out what could be a secret, whatever Peaka says. */
export function readDetail(value: unknown): [string, string][] | undefined {
  const one = firstOf(value);
  if (!isRecord(one)) return undefined;
  return [...factsIn(one, '')].slice(0, mostFacts);
}

function* factsIn(record: object, path: string): Generator<[string, string]> {
  for (const [key, value] of Object.entries(record)) {
    if (isSecretField(key)) continue;
    const name = safeText(path + key, longestName);
    if (isRecord(value) || Array.isArray(value)) yield* factsIn(value, `${path}${key}.`.slice(-longestName));
    else if (value !== null && value !== '') yield [name, safeText(String(value), longestFact)];
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A list with one object in place of the object. */
const firstOf = (value: unknown): unknown => (Array.isArray(value) && value.length === 1 ? value[0] : value);

const readOne = <Item>(value: unknown, schema: z.ZodType<Item>): Item | undefined =>
  schema.safeParse(firstOf(value)).data;

/**
 * The readable items of a list, of an object that wraps one (`{content: […]}`), or the one object in place of a list.
 * `undefined`: there are items, and none is readable.
 */
function readList<Item>(value: unknown, schema: z.ZodType<Item>): Item[] | undefined {
  if (!Array.isArray(value)) {
    const single = schema.safeParse(value);
    if (single.success) return [single.data];
    const lists = isRecord(value) ? Object.values(value).filter(Array.isArray) : [];
    return lists.length === 1 ? readList(lists[0], schema) : undefined;
  }
  const items = value.flatMap((each) => {
    const item = schema.safeParse(each);
    return item.success ? [item.data] : [];
  });
  return items.length === 0 && value.length > 0 ? undefined : items;
}
