/** A captured value as the dialog shows it: name, where it is, and what it is called there. */
export interface CapturedRow {
  name: string;
  from: 'callback' | 'token';
  what: string;
}

export const capturedRows = (values: Readonly<Record<string, string>>): CapturedRow[] =>
  Object.entries(values).map(([name, source]) => {
    const isCallback = source.startsWith('callback:');
    return {
      name,
      from: isCallback ? 'callback' : 'token',
      what: source.replace(/^(?:callback|token):/, ''),
    };
  });

/** As the connection keeps it. A place in the response starts with a slash, also where nobody typed one. */
export const capturedValues = (rows: readonly CapturedRow[]): Record<string, string> =>
  Object.fromEntries(
    rows
      .filter(({ name }) => name.trim() !== '')
      .map(({ name, from, what }) => [
        name.trim(),
        from === 'token' && what !== '' && !what.startsWith('/') ? `token:/${what}` : `${from}:${what}`,
      ]),
  );
