import { type RefObject, useEffect, useState } from 'react';

/**
 * Whether the request card is open. It closes once the request works, to make room for the data, and opens when the
 * request no longer works. It never closes while it has the focus.
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
