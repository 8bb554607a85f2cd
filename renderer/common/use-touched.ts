import { useState } from 'react';

/** A field's problem is said after one left the field or tried to go on, not while one still types into it first. */
export function useTouched() {
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [all, setAll] = useState(false);
  return {
    isTouched: (field: string): boolean => all || touched.has(field),
    touch: (field: string): void => setTouched((before) => new Set([...before, field])),
    touchAll: (): void => setAll(true),
    untouchAll: (): void => {
      setTouched(new Set());
      setAll(false);
    },
  };
}
