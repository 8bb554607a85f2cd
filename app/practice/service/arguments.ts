export interface PracticeArguments {
  /** Preferred port; 0 takes any free one. */
  port: number;
  /** Where clients, keys and grants rest; without it they end with the process. */
  stateFile: string | undefined;
  tokenLifetimeSeconds: number;
}

const defaultTokenLifetimeSeconds = 3600;

/** `--port N --state FILE --token-lifetime SECONDS`, in any order. Unknown arguments belong to the host and are left alone. */
export function readArguments(argv: readonly string[]): PracticeArguments {
  const after = (name: string): string | undefined => {
    const at = argv.indexOf(name);
    return at === -1 ? undefined : argv[at + 1];
  };
  return {
    port: wholeNumber(after('--port'), 0, 65_535) ?? 0,
    stateFile: after('--state'),
    tokenLifetimeSeconds: wholeNumber(after('--token-lifetime'), 1, 86_400) ?? defaultTokenLifetimeSeconds,
  };
}

function wholeNumber(text: string | undefined, least: number, most: number): number | undefined {
  if (text === undefined || !/^\d+$/.test(text)) return undefined;
  const number = Number(text);
  return number >= least && number <= most ? number : undefined;
}
