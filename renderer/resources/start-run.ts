import { findCredentials } from '../../app/shared/resource/credentials.ts';
import type { Resource } from '../../app/shared/resource/resource.ts';
import { validateResource } from '../../app/shared/resource/validate.ts';
import type { Connected } from '../../app/shared/resource/variables.ts';
import { runResource } from '../api/runs.ts';
import { afterFrame } from '../common/after-frame.ts';
import { completeUrl } from '../common/complete-url.ts';
import type { Card } from './use-card.ts';
import type { EditResource } from './use-draft.ts';

interface StartRunDeps {
  edit: EditResource;
  flush: () => Promise<boolean>;
  openSection: Card['openSection'];
  connection: Connected | undefined;
}

/** Saves the draft, then runs it. If a field or a credential prevents that, moves the focus there. */
export async function startRun(draft: Resource, { edit, flush, openSection, connection }: StartRunDeps): Promise<void> {
  const url = completeUrl(draft.url);
  if (url !== draft.url) edit({ url });
  const [problem] = validateResource({ ...draft, url }, connection);
  if (problem !== undefined) {
    if (problem.field.startsWith('headers')) openSection('headers');
    if (problem.field.startsWith('variables.') || problem.field === 'timeZone') openSection('parameters');
    if (problem.field === 'authorization') openSection('authorization');
    if (problem.field.startsWith('body')) openSection('body');
    if (problem.field.startsWith('pages')) openSection('pages');
    if (problem.field === 'url') document.querySelector<HTMLInputElement>('[data-url-field]')?.focus();
    return;
  }
  if (await flush()) {
    await runResource(draft.id);
    return;
  }
  const place = findCredentials(draft)[0]?.place;
  if (place === 'username') openSection('authorization');
  if (place === 'body') openSection('body');
  afterFrame(() => document.querySelector<HTMLElement>('[data-keep-secret]')?.focus());
}
