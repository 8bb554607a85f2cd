import type { Adapter, AdapterPayload } from 'oidc-provider';
import type { State, StateStore } from '../state.ts';

/** Keeps the provider's models in the state file, so that refresh tokens survive a restart. */
export function createAdapterFactory(store: StateStore): (model: string) => Adapter {
  const { entries } = store.state;
  return (model) => {
    const keyOf = (id: string) => `${model}:${id}`;
    return {
      async upsert(id, payload, expiresIn) {
        const expiresAt = expiresIn === undefined ? null : Date.now() + expiresIn * 1000;
        entries[keyOf(id)] = { payload: { ...payload }, expiresAt };
        await store.save();
      },
      find: async (id) => payloadOf(entries, keyOf(id)),
      findByUid: async (uid) => findBy(entries, model, 'uid', uid),
      findByUserCode: async (userCode) => findBy(entries, model, 'userCode', userCode),
      async consume(id) {
        const entry = entries[keyOf(id)];
        if (entry) entry.payload.consumed = Math.floor(Date.now() / 1000);
        await store.save();
      },
      async destroy(id) {
        delete entries[keyOf(id)];
        await store.save();
      },
      async revokeByGrantId(grantId) {
        for (const [key, entry] of Object.entries(entries))
          if (key.startsWith(`${model}:`) && entry.payload.grantId === grantId) delete entries[key];
        await store.save();
      },
    };
  };
}

function payloadOf(entries: State['entries'], key: string): AdapterPayload | undefined {
  // The payload from `upsert`. The provider checks kind and expiry again when it reads.
  return Object.hasOwn(entries, key) ? (entries[key]?.payload as AdapterPayload | undefined) : undefined;
}

function findBy(
  entries: State['entries'],
  model: string,
  member: 'uid' | 'userCode',
  value: string,
): AdapterPayload | undefined {
  const key = Object.keys(entries).find(
    (candidate) => candidate.startsWith(`${model}:`) && entries[candidate]?.payload[member] === value,
  );
  return key === undefined ? undefined : payloadOf(entries, key);
}
