import { type RefObject, useEffect, useState } from 'react';

/**
 * Whether the card of the request is open. It closes once the request works, so that the data has the room, and opens
 * when that ends. It never closes on somebody who is in it.
 */
export function useCard(works: boolean, startsClosed: boolean, body: RefObject<HTMLElement | null>) {
  const [isOpen, setOpen] = useState(!works && !startsClosed);
  const [known, setKnown] = useState(works);
  useEffect(() => {
    if (works === known) return;
    setKnown(works);
    if (!works) setOpen(true);
    else if (!body.current?.contains(document.activeElement)) setOpen(false);
  }, [works, known, body]);
  return { isOpen, setOpen };
}
