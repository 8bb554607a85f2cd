/** What one reader, or all, may take. Times in ms. */
export interface Limits {
  /** At the same time, of all readers. */
  connections: number;
  /** For the header of a request and the TLS handshake. */
  headersMs: number;
  headerBytes: number;
  /** Between two requests of a connection. Longer than clients keep one, so that none closes during a request. */
  keepAliveMs: number;
  /** A connection without a byte in either direction. */
  silentMs: number;
  /** For rows that are being fetched. Power BI waits 100 s, most tools 60 s. */
  waitMs: number;
  /** A reader that takes a large body more slowly is cut off, after the first 30 s. */
  leastBytesPerSecond: number;
  /** Wrong keys of one address in a minute. */
  guesses: number;
}

export const usualLimits: Limits = {
  connections: 10_000,
  headersMs: 10_000,
  headerBytes: 16_384,
  keepAliveMs: 72_000,
  silentMs: 120_000,
  waitMs: 55_000,
  leastBytesPerSecond: 8_192,
  guesses: 20,
};

/** Each connection needs a file descriptor, and the app needs some for itself: at most three quarters of what there are. */
export function fittingConnections(wanted: number): number {
  // Without it, the report asks for the name of each connection's other end.
  Object.assign(process.report, { excludeNetwork: true });
  const report: unknown = process.report.getReport();
  const limits =
    typeof report === 'object' && report !== null && 'userLimits' in report ? report.userLimits : undefined;
  const files = typeof limits === 'object' && limits !== null && 'open_files' in limits ? limits.open_files : undefined;
  const soft = typeof files === 'object' && files !== null && 'soft' in files ? files.soft : undefined;
  return typeof soft === 'number' ? Math.min(wanted, Math.floor(soft * 0.75)) : wanted;
}
