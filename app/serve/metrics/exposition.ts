/** A value with its labels. A label that is `undefined` is left out. */
export interface Sample {
  labels?: Readonly<Record<string, string | undefined>>;
  value: number;
}

export interface Metric {
  /** With its unit and, for a counter, `_total`. */
  name: string;
  type: 'counter' | 'gauge';
  samples: readonly Sample[];
}

/** Of the Prometheus text format, "Text-based format", version 0.0.4. `HELP` is optional: docs/server.md explains the figures. */
export const expositionType = 'text/plain; version=0.0.4; charset=utf-8';

export const exposition = (metrics: readonly Metric[]): string =>
  metrics
    .flatMap(({ name, type, samples }) => [
      `# TYPE ${name} ${type}\n`,
      ...samples.map(({ labels = {}, value }) => `${name}${labelsOf(labels)} ${numberOf(value)}\n`),
    ])
    .join('');

function labelsOf(labels: Readonly<Record<string, string | undefined>>): string {
  const pairs = Object.entries(labels).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}="${escaped(value)}"`],
  );
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
}

const escaped = (value: string): string =>
  value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');

const numberOf = (value: number): string =>
  Number.isFinite(value) ? String(value) : Number.isNaN(value) ? 'NaN' : value > 0 ? '+Inf' : '-Inf';
