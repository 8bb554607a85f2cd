/** The upper left corner of a tile, in CSS pixels. */
export interface TilePlace {
  left: number;
  top: number;
}

/**
 * The tile that a key leads to from `at`, in reading order: arrows, Home and End. Up and down go to the nearest row, and
 * there to the nearest tile. `undefined`: the key leads nowhere. Pure.
 */
export function nextTile(places: readonly TilePlace[], at: number, key: string): number | undefined {
  const from = places[at];
  if (from === undefined) return undefined;
  const inside = (index: number): number | undefined => (index in places ? index : undefined);
  switch (key) {
    case 'ArrowRight':
      return inside(at + 1);
    case 'ArrowLeft':
      return inside(at - 1);
    case 'Home':
      return 0;
    case 'End':
      return places.length - 1;
    case 'ArrowDown':
      return nearest(places, from, (place) => place.top > from.top + 1);
    case 'ArrowUp':
      return nearest(places, from, (place) => place.top < from.top - 1);
    default:
      return undefined;
  }
}

function nearest(
  places: readonly TilePlace[],
  from: TilePlace,
  isBeyond: (place: TilePlace) => boolean,
): number | undefined {
  const distance = ({ left, top }: TilePlace): number => Math.abs(top - from.top) * 10_000 + Math.abs(left - from.left);
  let best: number | undefined;
  for (const [index, place] of places.entries())
    if (isBeyond(place) && (best === undefined || distance(place) < distance(places[best] ?? place))) best = index;
  return best;
}
