/**
 * simple-oauth2 writes credentials to the `debug` package (row 37). With DEBUG=* they would reach the terminal and its
 * logs, so this silences the library's names whatever DEBUG says.
 */
export async function silenceLibraryDebug(): Promise<void> {
  const wanted = process.env.DEBUG;
  if (wanted === undefined || wanted === '' || wanted.endsWith(silenced)) return;
  const { default: createDebug } = await import('debug');
  createDebug.enable(`${wanted},${silenced}`);
}

const silenced = '-simple-oauth2,-simple-oauth2:*';
