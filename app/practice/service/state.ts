import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { accounts } from './accounts.ts';
import { createIdentity, identitySchema, randomText } from './identity.ts';

const entrySchema = z.object({
  payload: z.record(z.string(), z.unknown()),
  /** Epoch ms; null for ever. */
  expiresAt: z.number().nullable(),
});

const stateSchema = z.object({
  version: z.literal(1),
  identity: identitySchema,
  /** The OAuth2 provider's models by `Model:id`. */
  entries: z.record(z.string(), entrySchema),
  /** OAuth1 token credentials by token (RFC 5849 §2.3). */
  oauth1Tokens: z.record(z.string(), z.object({ secret: z.string(), username: z.string() })),
  /** The one that nobody logs in for: services show it beside the client (X, NetSuite, Magento). */
  oauth1OwnToken: z.string().optional(),
});

export type State = z.infer<typeof stateSchema>;

export interface StateStore {
  state: State;
  /** Resolves when what is in `state` now rests on disk. Calls at once share a write. */
  save(): Promise<void>;
}

/** An expired token is remembered for an hour, so that the API can say that it expired. */
const remembrance = 3_600_000;

/** Reads the state, or begins anew where there is none. An unreadable file is moved aside, never overwritten. */
export async function openState(file: string | undefined): Promise<StateStore> {
  const kept = file === undefined ? undefined : await readState(file);
  const state: State = kept ?? { version: 1, identity: await createIdentity(), entries: {}, oauth1Tokens: {} };
  const store = { state, save: createSave(state, file) };
  if (makeOwnToken(state) || !kept) await store.save();
  return store;
}

/** Whether there was none: a state of an older version has none either. */
function makeOwnToken(state: State): boolean {
  const { oauth1OwnToken: known, oauth1Tokens } = state;
  if (known !== undefined && Object.hasOwn(oauth1Tokens, known)) return false;
  const token = randomText();
  oauth1Tokens[token] = { secret: randomText(), username: accounts[0].username };
  state.oauth1OwnToken = token;
  return true;
}

async function readState(file: string): Promise<State | undefined> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch {
    return undefined;
  }
  try {
    return stateSchema.parse(JSON.parse(text));
  } catch {
    await rename(file, `${file}.unreadable`);
    return undefined;
  }
}

function createSave(state: State, file: string | undefined): () => Promise<void> {
  if (file === undefined) return async () => dropForgotten(state);
  let writing: Promise<void> | undefined;
  let next: Promise<void> | undefined;
  const write = async () => {
    dropForgotten(state);
    // Written beside it and renamed: a process killed at any moment leaves the old file or the new one.
    const temporary = `${file}.${process.pid}.tmp`;
    await mkdir(dirname(file), { recursive: true });
    await writeFile(temporary, JSON.stringify(state), { mode: 0o600 });
    await rename(temporary, file);
  };
  const begin = () => {
    writing = write().finally(() => {
      writing = undefined;
    });
    return writing;
  };
  return () => {
    if (!writing) return begin();
    // The running write may have read the state before this change: one more follows, for all who ask meanwhile.
    next ??= writing
      .catch(() => undefined)
      .then(() => {
        next = undefined;
        return begin();
      });
    return next;
  };
}

function dropForgotten(state: State): void {
  const now = Date.now();
  for (const [key, entry] of Object.entries(state.entries))
    if (entry.expiresAt !== null && entry.expiresAt + remembrance < now) delete state.entries[key];
}
