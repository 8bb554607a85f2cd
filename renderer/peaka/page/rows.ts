import type { CallResponse } from '../../../app/shared/contract/contract.ts';
import { currentLanguage } from '../../../app/shared/messages/format.ts';
import type { PeakaType } from '../../../app/shared/peaka/connection-type.ts';
import type { PeakaLinkView } from '../../../app/shared/peaka/link.ts';

/**
 * `elsewhere`: it was not made here, so nothing is known of it. `waiting`: Peaka has not received the newest values.
 * `gone`: it was deleted at Peaka.
 */
export type RowState = 'ready' | 'logging_in' | 'waiting' | 'unfinished' | 'gone' | 'elsewhere';

/** A connection of a project, ready to draw. */
export interface PeakaRow {
  key: string;
  /** Its ID at Peaka. Empty if Peaka has not told it. */
  peakaId: string;
  name: string;
  typeLabel: string;
  state: RowState;
  /** What is known here. `undefined`: it was made elsewhere. */
  view: PeakaLinkView | undefined;
}

type Connections = CallResponse<'peaka.connections'>;

/** The connections of a project by name, with what is known here; then those that are gone there. `links`: of the project. */
export function rowsOf(
  { connections, gone }: Connections,
  links: readonly PeakaLinkView[],
  types: readonly PeakaType[],
): PeakaRow[] {
  const labels = new Map(types.map(({ type, label }) => [type, label]));
  const labelOf = (type: string): string => labels.get(type) || type;
  const there = connections.map(({ id, name, type, linkId }): PeakaRow => {
    const view = links.find(({ link }) => link.id === linkId);
    return { key: id, peakaId: id, name: name || id, typeLabel: labelOf(type), state: stateOf(view), view };
  });
  // Peaka may have it, but its response was lost, or it still creates it.
  const unlisted = links.filter(
    ({ link }) => !gone.includes(link.id) && !connections.some(({ linkId }) => linkId === link.id),
  );
  const isGone = (view: PeakaLinkView): boolean => gone.includes(view.link.id);
  const known = [...unlisted, ...links.filter(isGone)].map(
    (view): PeakaRow => ({
      key: `link:${view.link.id}`,
      peakaId: view.link.peakaId,
      name: view.link.name,
      typeLabel: labelOf(view.link.type),
      state: isGone(view) ? 'gone' : stateOf(view),
      view,
    }),
  );
  const byName = new Intl.Collator(currentLanguage());
  return [...there, ...known].sort(
    (a, b) => Number(a.state === 'gone') - Number(b.state === 'gone') || byName.compare(a.name, b.name),
  );
}

function stateOf(view: PeakaLinkView | undefined): RowState {
  if (view === undefined) return 'elsewhere';
  if (view.login !== null) return 'logging_in';
  if (view.link.state === 'unfinished') return 'unfinished';
  return view.link.pending === null ? 'ready' : 'waiting';
}

/** Peaka can be sent the values that are known here: those of a form or of a connection here. */
export const canUpdate = ({ state, view }: PeakaRow): boolean =>
  (state === 'ready' || state === 'waiting') && (view?.link.way === 'hand_over' || view?.link.way === 'form');
