import { useEffect, useRef, useState } from 'react';

export type CardSection = 'authorization' | 'parameters' | 'headers' | 'body' | 'pages' | 'reload' | 'feed';

export type Card = ReturnType<typeof useCard>;

/**
 * The request card: its visible section, and whether it is open. It closes once the request works, to make room for the
 * data, and opens when the request no longer works. It never closes while it has the focus.
 */
export function useCard(works: boolean, startsClosed: boolean) {
  const body = useRef<HTMLDivElement>(null);
  const [section, setSection] = useState<CardSection>('authorization');
  const [isOpen, setOpen] = useState(!works && !startsClosed);
  const [known, setKnown] = useState(works);
  useEffect(() => {
    if (works === known) return;
    setKnown(works);
    if (!works) setOpen(true);
    else if (!body.current?.contains(document.activeElement)) setOpen(false);
  }, [works, known]);
  return {
    body,
    section,
    isOpen,
    openSection: (next: CardSection): void => {
      setSection(next);
      setOpen(true);
    },
    toggle: (): void => setOpen(!isOpen),
  };
}
