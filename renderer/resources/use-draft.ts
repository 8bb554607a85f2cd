import { useCallback, useEffect, useRef, useState } from 'react';
import type { ResourceView } from '../../app/api/contract.ts';
import type { ErrorReport } from '../../app/errors.ts';
import type { Resource } from '../../app/resources/resource.ts';
import { putResource } from '../api/cache.ts';
import { call, reportOf } from '../api/client.ts';
import { storable } from './storable.ts';

/** How long after the last key an edit is saved. */
const restMs = 400;

export type SaveState = { status: 'saved' } | { status: 'saving' } | { status: 'failed'; error: ErrorReport };
type Secrets = Record<string, string | null>;

/** A resource while it is edited: every edit is saved by itself, at rest, on leaving, and before a run. */
export function useResourceDraft(view: ResourceView) {
  const [draft, setDraft] = useState(view.resource);
  const [saveState, setSaveState] = useState<SaveState>({ status: 'saved' });
  const pending = useRef<{ resource: Resource; secrets: Secrets } | null>(null);
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
      const newer = pending.current as { resource: Resource; secrets: Secrets } | null;
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
      setSaveState({ status: 'saving' });
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush(), restMs);
    },
    [flush],
  );

  useEffect(() => {
    const onLeave = (): void => void flush();
    window.addEventListener('pagehide', onLeave);
    return () => {
      window.removeEventListener('pagehide', onLeave);
      void flush();
    };
  }, [flush]);

  return { draft, edit, flush, saveState };
}
