import { useCallback, useEffect, useRef, useState } from 'react';
import type { ResourceView } from '../../app/api/contract.ts';
import type { ErrorReport } from '../../app/errors.ts';
import { findCredentials } from '../../app/resources/credentials.ts';
import { keepAllSecret } from '../../app/resources/keep-secret.ts';
import type { Resource } from '../../app/resources/resource.ts';
import { putResource } from '../api/cache.ts';
import { call, reportOf } from '../api/client.ts';
import { toast } from '../notices/toast.tsx';
import { storable } from './storable.ts';

/** How long after the last key an edit is saved. */
const restMs = 400;

/** `held`: it holds what looks like a credential, and the user has not decided where that goes. */
export type SaveState =
  | { status: 'saved' }
  | { status: 'saving' }
  | { status: 'held' }
  | { status: 'failed'; error: ErrorReport };
type Secrets = Record<string, string | null>;

/** A resource while it is edited: every edit is saved by itself, at rest, on leaving, and before a run. */
export function useResourceDraft(view: ResourceView) {
  const [draft, setDraft] = useState(view.resource);
  const [saveState, setSaveState] = useState<SaveState>({ status: 'saved' });
  const pending = useRef<Work | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const latest = useRef({ draft, stored: view.resource });
  latest.current.stored = view.resource;

  // What others changed (a rename in the sidebar, a data path in the preview) shows, unless it is being typed over.
  useEffect(() => {
    if (pending.current !== null) return;
    const unnamed = latest.current.draft.headers.filter((header) => header.name.trim() === '');
    latest.current.draft = { ...view.resource, headers: [...view.resource.headers, ...unnamed] };
    setDraft(latest.current.draft);
  }, [view.resource]);

  const flush = useCallback(async (): Promise<boolean> => {
    clearTimeout(timer.current);
    const work = pending.current;
    if (work === null) return true;
    if (isHeld(work.resource)) return false;
    pending.current = null;
    try {
      putResource(
        await call('resources.save', {
          resource: storable(work.resource, latest.current.stored),
          secrets: work.secrets,
        }),
      );
      if (pending.current === null) setSaveState({ status: 'saved' });
      return true;
    } catch (error) {
      // What was typed stays in the fields and goes with the next edit.
      const newer = pending.current as Work | null;
      pending.current = {
        resource: newer?.resource ?? work.resource,
        secrets: { ...work.secrets, ...newer?.secrets },
      };
      setSaveState({ status: 'failed', error: reportOf(error) });
      return false;
    }
  }, []);

  const edit = useCallback(
    (change: Partial<Resource>, secrets: Secrets = {}): void => {
      latest.current.draft = { ...latest.current.draft, ...change };
      setDraft(latest.current.draft);
      pending.current = {
        resource: latest.current.draft,
        secrets: { ...pending.current?.secrets, ...secrets },
      };
      clearTimeout(timer.current);
      setSaveState({ status: isHeld(latest.current.draft) ? 'held' : 'saving' });
      timer.current = setTimeout(() => void flush(), restMs);
    },
    [flush],
  );

  useEffect(() => {
    const onLeave = (): void => {
      const work = pending.current;
      // Nothing that was typed is lost, and nothing of it rests in clear: it goes to the vault.
      if (work !== null && isHeld(work.resource)) pending.current = keptOnLeave(work, latest.current.stored);
      void flush();
    };
    window.addEventListener('pagehide', onLeave);
    return () => {
      window.removeEventListener('pagehide', onLeave);
      onLeave();
    };
  }, [flush]);

  return { draft, edit, flush, saveState };
}

const isHeld = (resource: Resource): boolean => findCredentials(resource).length > 0;

interface Work {
  resource: Resource;
  secrets: Secrets;
}

function keptOnLeave(work: Work, stored: Resource): Work | null {
  const { resource, secrets } = keepAllSecret(work.resource);
  if (resource !== work.resource) toast(`What looked like a credential in “${stored.name}” was moved to your secrets.`);
  // A pasted command is no URL: the stored one stays.
  const kept = isHeld(resource) ? { ...resource, url: stored.url } : resource;
  return isHeld(kept) ? null : { resource: kept, secrets: { ...work.secrets, ...secrets } };
}
