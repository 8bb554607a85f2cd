import type { EventPayload } from '../../app/shared/contract/contract.ts';
import { findResource } from '../api/cache.ts';
import { loadLaterTexts } from '../messages/later-texts.ts';
import { text } from '../messages/text.ts';
import { toast } from './toast.tsx';

/** Nobody reads more names than this. */
const longest = 3;

/** A message for resources that began to fail, or work again, on another page than the one shown. */
export async function tellRunNews({ kind, ids }: EventPayload<'reload.news'>): Promise<void> {
  await loadLaterTexts();
  const names = ids.flatMap((id) => findResource(id)?.resource.name ?? []);
  if (names.length === 0) return;
  const shown = names.slice(0, longest).map((name) => text('notification.name', { name }));
  if (names.length > longest) shown.push(text('notification.more', { count: names.length - longest }));
  toast(text(`reload.news.${kind}`, { count: names.length, names: shown.join(', ') }));
}
