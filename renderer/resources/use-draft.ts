import { useCallback, useEffect, useRef, useState } from 'react';
import type { ResourceView } from '../../app/shared/contract/contract.ts';
import type { ErrorReport } from '../../app/shared/errors.ts';
import { findCredentials } from '../../app/shared/resource/credentials.ts';
import { keepAllSecret } from '../../app/shared/resource/keep-secret.ts';
import type { Resource } from '../../app/shared/resource/resource.ts';
import { findResource, putResource } from '../api/cache.ts';
import { call, reportOf } from '../api/client.ts';
import { text } from '../messages/text.ts';
import { toast, toastError } from '../notices/toast.tsx';
import { storable } from './storable.ts';

/** How long after the last key an edit is saved. */
const restMs = 400;

/** `held`: the draft seems to contain a credential, and the user has not decided where to keep it. */
export type SaveState =
  | { status: 'saved' }
  | { status: 'saving' }
  | { status: 'held' }
  | { status: 'failed'; error: ErrorReport };
type Secrets = Record<string, string | null>;

/** Changes the draft. `bringBack`: removed secrets to restore, for an undo. */
export type EditResource = (change: Partial<Resource>, secrets?: Secrets, bringBack?: readonly string[]) => void;

/** Of the pages that are shown, by resource. */
const shown = new Map<string, { read: () => Resource; edit: EditResource; flush: () => Promise<boolean> }>();

/** For an undo: changes the draft if the resource's page is open, else the stored resource. */
export async function changeResource(
  id: string,
  change: (resource: Resource) => Partial<Resource>,
  bringBack: readonly string[],
): Promise<void> {
  const page = shown.get(id);
  if (page !== undefined) {
    page.edit(change(page.read()), {}, bringBack);
    await page.flush();
    return;
  }
  const stored = findResource(id)?.resource;
  if (stored === undefined) return;
  try {
    const resource = { ...stored, ...change(stored) };
    putResource(await call('resources.save', { resource, secrets: {}, bringBack: [...bringBack] }));
  } catch (error) {
    toastError(error);
  }
}

/** A resource being edited: every edit is saved after a pause, on leaving, and before a run. */
export function useResourceDraft(view: ResourceView) {
  const [draft, setDraft] = useState(view.resource);
  const [saveState, setSaveState] = useState<SaveState>({ status: 'saved' });
  const pending = useRef<Work | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const latest = useRef({ draft, stored: view.resource });
  latest.current.stored = view.resource;

  // What others changed (a rename in the sidebar, a data path in the preview) shows, unless it is being typed over.
  useEffect(() => {
    if (pending.current !== null) {
      // No field of the page has these: the preview stores them.
      const { shape, view: shownView } = view.resource;
      latest.current.draft = { ...latest.current.draft, shape, view: shownView };
      pending.current = { ...pending.current, resource: latest.current.draft };
      return;
    }
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
          bringBack: [...work.bringBack],
        }),
      );
      if (pending.current === null) setSaveState({ status: 'saved' });
      return true;
    } catch (error) {
      // The input stays in the fields and is saved with the next edit.
      const newer = pending.current as Work | null;
      pending.current = {
        resource: newer?.resource ?? work.resource,
        secrets: { ...work.secrets, ...newer?.secrets },
        bringBack: [...work.bringBack, ...(newer?.bringBack ?? [])],
      };
      setSaveState({ status: 'failed', error: reportOf(error) });
      return false;
    }
  }, []);

  const edit = useCallback<EditResource>(
    (change, secrets = {}, bringBack = []) => {
      latest.current.draft = { ...latest.current.draft, ...change };
      setDraft(latest.current.draft);
      pending.current = {
        resource: latest.current.draft,
        secrets: withoutNames({ ...pending.current?.secrets, ...secrets }, bringBack),
        bringBack: [...(pending.current?.bringBack ?? []), ...bringBack],
      };
      clearTimeout(timer.current);
      setSaveState({ status: isHeld(latest.current.draft) ? 'held' : 'saving' });
      timer.current = setTimeout(() => void flush(), restMs);
    },
    [flush],
  );

  const { id } = view.resource;
  useEffect(() => {
    const page = { read: () => latest.current.draft, edit, flush };
    shown.set(id, page);
    return () => {
      if (shown.get(id) === page) shown.delete(id);
    };
  }, [id, edit, flush]);

  useEffect(() => {
    const onLeave = (): void => {
      const work = pending.current;
      // No input is lost, and no credential is stored in plain text: it goes to the vault.
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
  bringBack: readonly string[];
}

/** Drops pending removals of these secrets. */
const withoutNames = (secrets: Secrets, names: readonly string[]): Secrets =>
  Object.fromEntries(Object.entries(secrets).filter(([name, value]) => value !== null || !names.includes(name)));

function keptOnLeave(work: Work, stored: Resource): Work | null {
  const { resource, secrets } = keepAllSecret(work.resource);
  if (resource !== work.resource) toast(text('resourcePage.movedToSecrets', { name: stored.name }));
  // A pasted command is not a URL: the stored URL stays.
  const kept = isHeld(resource) ? { ...resource, url: stored.url } : resource;
  return isHeld(kept) ? null : { ...work, resource: kept, secrets: { ...work.secrets, ...secrets } };
}
