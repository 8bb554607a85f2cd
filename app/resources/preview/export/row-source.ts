import type { ValueType } from '../../../shared/shape/shape.ts';

export interface ExportColumn {
  name: string;
  pointer: string;
  type: ValueType;
  /** How texts are written (`patterns.ts`). */
  pattern: string | undefined;
  /** The value of a text in canonical form, and its place among the values of its type. `undefined`: for text. */
  read: ((text: string) => { text: string; key: number } | undefined) | undefined;
  /** An empty value means something: `x` or nothing for yes and no. */
  readsEmpty: boolean;
}

/** The rows that are exported: where their values are in the body. */
export interface RowSource {
  /** The body as JSON. */
  readonly bytes: Buffer;
  /** In the order of the export. Names may repeat. */
  readonly columns: readonly ExportColumn[];
  readonly rowCount: number;
  /** Of the table, of which a range may be written. */
  readonly totalCount: number;
  /** Where the values of the row that was read last start, by column. `nowhere`: the row has no such value. */
  readonly found: Uint32Array;
  /** Sets `found`, and returns where the row itself starts. `index`: among the exported rows. */
  read(index: number): number;
  /** A column after the others, with the same text in each row. Exports have none. */
  readonly time?: { name: string; text: string } | undefined;
}

/** Writes rows in a format. Each row is the one that the source has read last. */
export interface RowWriter {
  begin(): void;
  /** `at`: where the row starts. */
  row(at: number): void;
  end(): void;
}
