/** A captured value as the dialog shows it: its name, its place, and its key there. */
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

/** As the connection stores it. A place in the response starts with a slash, even if the user typed none. */
export const capturedValues = (rows: readonly CapturedRow[]): Record<string, string> =>
  Object.fromEntries(
    rows
      .filter(({ name }) => name.trim() !== '')
      .map(({ name, from, what }) => [
        name.trim(),
        from === 'token' && what !== '' && !what.startsWith('/') ? `token:/${what}` : `${from}:${what}`,
      ]),
  );
