export interface PracticeArguments {
  /** The preferred port. 0: any free port. */
  port: number;
  /** The file for clients, keys and grants. Without it they end with the process. */
  stateFile: string | undefined;
  tokenLifetimeSeconds: number;
}

const defaultTokenLifetimeSeconds = 3600;

/**
 * `--port N --state FILE --token-lifetime SECONDS`, in any order. Ignores unknown arguments, which belong to the
 * platform.
 */
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
