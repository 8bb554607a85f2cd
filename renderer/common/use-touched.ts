import { useState } from 'react';

/** Shows a field's problem after the user leaves the field or submits, not during the first typing. */
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
