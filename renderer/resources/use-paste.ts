import type { ClipboardEvent } from 'react';
import type { ResourceView } from '../../app/shared/contract/contract.ts';
import type { Resource } from '../../app/shared/resource/resource.ts';
import { text } from '../messages/text.ts';
import { toast } from '../notices/toast.tsx';
import type { AppliedRequest } from './paste/apply-pasted.ts';
import { looksLikeRequest } from './paste/looks-pasted.ts';
import { changeResource, type EditResource } from './use-draft.ts';

interface PasteDeps {
  view: ResourceView;
  draft: Resource;
  edit: EditResource;
  flush: () => Promise<boolean>;
}

/** Takes a pasted cURL command, `fetch` call or HTTP message apart, instead of putting it into the URL field. */
export function usePaste(deps: PasteDeps): (event: ClipboardEvent) => void {
  return (event) => {
    const pasted = event.clipboardData.getData('text/plain');
    if (!looksLikeRequest(pasted)) return;
    event.preventDefault();
    void takeApart(pasted, deps);
  };
}

async function takeApart(pasted: string, { view, draft, edit, flush }: PasteDeps): Promise<void> {
  const [{ readPasted }, { applyPasted }] = await Promise.all([
    import('./paste/read-pasted.ts'),
    import('./paste/apply-pasted.ts'),
  ]);
  const request = readPasted(pasted);
  if (request === undefined) {
    toast(text('resourcePage.paste.unreadable'));
    return;
  }
  const { url, offParameters, method, body, headers, authorization, secretValues } = draft;
  const applied = applyPasted(draft, request);
  edit(applied.change, applied.secrets);
  await flush();
  const undo = (): Promise<void> =>
    changeResource(
      draft.id,
      () => ({ url, offParameters, method, body, headers, authorization, secretValues }),
      view.secrets,
    );
  // A secret that was replaced cannot come back.
  const isReplaced = view.secrets.some((name) => name in applied.secrets);
  toast(sentenceOf(applied), isReplaced ? undefined : () => undo());
}

/** What was taken, and what was not. */
function sentenceOf({ headerCount, secrets, leftOut }: AppliedRequest): string {
  const taken = text('resourcePage.paste.taken', { headers: headerCount, secrets: Object.keys(secrets).length });
  const parts = [
    ...(leftOut.method === undefined ? [] : [text('resourcePage.paste.method', { method: leftOut.method })]),
    ...(leftOut.body === undefined ? [] : [text('resourcePage.paste.body')]),
    ...(leftOut.authorization === undefined ? [] : [text('resourcePage.paste.authorization')]),
    ...(leftOut.options.length === 0
      ? []
      : [text('resourcePage.paste.options', { options: leftOut.options.join(', ') })]),
  ];
  return [taken, ...parts].join(' ');
}
