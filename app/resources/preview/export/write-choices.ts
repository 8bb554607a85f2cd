import type { ExportChoices, ExportFormat } from '../../../shared/export/export.ts';
import type { FeedFormat } from '../../../shared/feed/feed.ts';
import type { Condition } from '../../../shared/shape/condition.ts';
import type { ValueType } from '../../../shared/shape/shape.ts';

/** What the engine writes: files of an export, bodies of a feed, and lists of values, which keep a feed's rows. */
export type TableFormat = ExportFormat | FeedFormat | 'lists';

/** A page that a browser shows without a script. */
export interface PageChoices {
  /** BCP 47. */
  language: string;
  title: string;
  /** Says from when the rows are, for people. */
  subtitle: string;
  /** After so many seconds the browser loads the page again. */
  refreshSeconds: number;
}

/** How a table is written. What only feeds have is absent in an export. */
export interface WriteChoices extends Pick<ExportChoices, 'json'> {
  format: TableFormat;
  csv: ExportChoices['csv'] & {
    /** Texts that look like formulas stay as they are: a program reads them, not a spreadsheet. */
    keepsFormulas?: boolean;
  };
  /** JSON whose values have the types of their columns, or are `null`. Times without a zone are taken for UTC. */
  isStrict?: boolean;
  /** `wrapped`: an object with the list as `data`. */
  root?: 'array' | 'wrapped';
  page?: PageChoices;
}

/** Which rows and columns of the view are written, and under which names. */
export interface WriteSelection {
  /**
   * `safe`: letters, digits and underscores. `unique`: as shown, each once. Or the names of the columns and of the time.
   * Absent: as shown.
   */
  names?: 'unique' | 'safe' | readonly string[];
  /** Pointers, in their order. Absent: those that are shown. */
  columns?: readonly string[];
  /** Which of the rows after the steps. Absent: all. */
  where?: Condition;
  /** Of these rows, the first from 0. Absent: all. */
  range?: { from: number; count: number };
  /** Names of the columns that a table without rows has. */
  known?: readonly string[];
  /** A column after the others, with the same text in each row. */
  time?: { name: string; text: string };
}

/** A column that was written. */
export interface WrittenColumn {
  /** As in the format. */
  name: string;
  /** `null`: the column of the time. */
  pointer: string | null;
  type: ValueType;
}

/** Where the bytes go: to a new file, or back with each step, at most `limitBytes` in all (`null`: any number). */
export type WriteTarget = { path: string } | { limitBytes: number | null };
