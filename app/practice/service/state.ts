import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { accounts } from './accounts.ts';
import { createIdentity, identitySchema, randomText } from './identity.ts';
import { createPeakaState, type PeakaState, peakaStateSchema } from './peaka/peaka-state.ts';

const entrySchema = z.object({
  payload: z.record(z.string(), z.unknown()),
  /** Epoch ms. null: never expires. */
  expiresAt: z.number().nullable(),
});

const stateSchema = z.object({
  version: z.literal(1),
  identity: identitySchema,
  /** The OAuth2 provider's models by `Model:id`. */
  entries: z.record(z.string(), entrySchema),
  /** OAuth1 token credentials by token (RFC 5849 §2.3). */
  oauth1Tokens: z.record(z.string(), z.object({ secret: z.string(), username: z.string() })),
  /** A token that needs no login: services show it beside the client (X, NetSuite, Magento). */
  oauth1OwnToken: z.string().optional(),
  /** The state of an older version has none. */
  peaka: peakaStateSchema.optional(),
});

type KeptState = z.infer<typeof stateSchema>;
export type State = KeptState & { peaka: PeakaState };

export interface StateStore {
  state: State;
  /** Resolves when the current `state` is on disk. Concurrent calls share a write. */
  save(): Promise<void>;
}

/** Expired tokens are kept for an hour, so that the API can report that they expired. */
const remembrance = 3_600_000;

/** Reads the state, or creates a new one if there is no file. Moves an unreadable file aside, never overwrites it. */
export async function openState(file: string | undefined): Promise<StateStore> {
  const kept = file === undefined ? undefined : await readState(file);
  const made: KeptState = kept ?? { version: 1, identity: await createIdentity(), entries: {}, oauth1Tokens: {} };
  const state: State = { ...made, peaka: made.peaka ?? createPeakaState() };
  const store = { state, save: createSave(state, file) };
  if (makeOwnToken(state) || made.peaka === undefined) await store.save();
  return store;
}

/** Returns whether it created one: the state of an older version has none. */
function makeOwnToken(state: State): boolean {
  const { oauth1OwnToken: known, oauth1Tokens } = state;
  if (known !== undefined && Object.hasOwn(oauth1Tokens, known)) return false;
  const token = randomText();
  oauth1Tokens[token] = { secret: randomText(), username: accounts[0].username };
  state.oauth1OwnToken = token;
  return true;
}

async function readState(file: string): Promise<KeptState | undefined> {
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
    // Written beside the old file and renamed: if the process is killed, either the old or the new file exists.
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
    // The running write may have started before this change: one more write follows, shared by all callers.
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
