/**
 * simple-oauth2 writes credentials to the `debug` package's output (row 37). With DEBUG=* in a user's environment they
 * would reach the terminal and its logs: its names stay silent whatever DEBUG says.
 */
export async function silenceLibraryDebug(): Promise<void> {
  const wanted = process.env.DEBUG;
  if (wanted === undefined || wanted === '' || wanted.endsWith(silenced)) return;
  const { default: createDebug } = await import('debug');
  createDebug.enable(`${wanted},${silenced}`);
}

const silenced = '-simple-oauth2,-simple-oauth2:*';
