import { z } from 'zod';
import { type ConnectionType, type Field, findType } from './connection-types.ts';
import type { PeakaConnection, PeakaTokens, Value } from './peaka-state.ts';
import { PeakaProblem } from './problem.ts';

/** Peaka's `ConnectionRequest`. Stricter than Peaka's document, so that a slip of a client shows. */
const requestSchema = z.strictObject({
  name: z.string().trim().min(1).max(200),
  type: z.string(),
  credential: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
  connectionCallback: z.string().optional(),
});

export interface ReadRequest extends Pick<PeakaConnection, 'name' | 'values'> {
  type: ConnectionType;
  /** `undefined`: none was handed over. */
  tokens: PeakaTokens | undefined;
  connectionCallback: string | undefined;
}

/** Throws PeakaProblem 400, with the first thing that is wrong. */
export function readConnectionRequest(body: unknown): ReadRequest {
  const parsed = requestSchema.safeParse(body);
  if (!parsed.success) throw new PeakaProblem(400, `The request is invalid: ${z.prettifyError(parsed.error)}`);
  const { name, type: typeName, credential = {}, connectionCallback } = parsed.data;
  const type = findType(typeName);
  if (!type) throw new PeakaProblem(400, `There is no connection type ${typeName}.`);
  if (connectionCallback !== undefined) checkUrl('connectionCallback', connectionCallback);
  return { name, type, connectionCallback, ...readCredential(type, credential) };
}

function readCredential(
  { fields, login }: ConnectionType,
  credential: Readonly<Record<string, Value>>,
): Pick<ReadRequest, 'values' | 'tokens'> {
  for (const [name, value] of Object.entries(credential)) {
    const field = fields.find(({ fieldName }) => fieldName === name);
    if (field) checkValue(field, value);
    else if (login && name === 'redirectUrl') checkUrl('credential.redirectUrl', value);
    else throw new PeakaProblem(400, `This type has no field ${name}.`);
  }
  const { accessToken, refreshToken, ...values } = credential;
  if (!login || (accessToken === undefined && refreshToken === undefined))
    return { values: credential, tokens: undefined };
  // Both are text: `checkValue` has looked.
  return { values, tokens: { accessToken, refreshToken } as PeakaTokens };
}

const typeNames = { text: 'string', number: 'number', boolean: 'boolean' } as const;

function checkValue({ fieldName, fieldType }: Field, value: Value): void {
  if (typeof value !== typeNames[fieldType] || value === '')
    throw new PeakaProblem(400, `The field ${fieldName} needs a value of the type ${fieldType}.`);
}

function checkUrl(name: string, value: Value): void {
  if (typeof value !== 'string' || !URL.canParse(value) || !/^https?:$/.test(new URL(value).protocol))
    throw new PeakaProblem(400, `${name} is not a URL with http or https.`);
}

/** Throws PeakaProblem 400 if a required field is absent. `values`: everything that Peaka has by now. */
export function checkRequired({ fields }: ConnectionType, values: Readonly<Record<string, Value>>): void {
  for (const { fieldName, required } of fields)
    if (required && values[fieldName] === undefined) throw new PeakaProblem(400, `The field ${fieldName} is required.`);
}
