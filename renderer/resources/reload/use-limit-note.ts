import type { Resource } from '../../../app/shared/resource/resource.ts';
import { useResources } from '../../api/queries.ts';
import { useReload } from '../../api/reloads.ts';
import { useRun } from '../../api/runs.ts';
import { limitNote } from './reload-words.ts';

/** What the service said about its limit, where the intervals come near it. */
export function useLimitNote(draft: Resource): string | undefined {
  const views = useResources();
  const run = useRun(draft.id);
  const reload = useReload(draft.id);
  if (draft.reload.seconds === null) return undefined;
  const said = run.status === 'done' ? run.run.allowance : undefined;
  const resources = views.map(({ resource }) => (resource.id === draft.id ? draft : resource));
  return limitNote(draft, resources, reload?.allowance ?? said, Date.now());
}
