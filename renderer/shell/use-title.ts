import { useEffect } from 'react';
import { useConnections } from '../api/queries.ts';

/** The title of the window counts what waits for the user: it is seen in a task bar, too. */
export function useTitle(): void {
  const waiting = useConnections().filter(({ status }) => status.status === 'needs_login').length;
  useEffect(() => {
    document.title = waiting === 0 ? 'Tokenboard' : `(${waiting}) Tokenboard`;
  }, [waiting]);
}
