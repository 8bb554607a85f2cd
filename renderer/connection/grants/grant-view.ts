import type { ComponentType } from 'react';
import type { Connection } from '../../../app/shared/connection/connection.ts';
import type { RequestStep } from '../../../app/shared/contract/connections.ts';
import type { ConnectionFormState } from '../form-state.ts';
import type { MoreSection } from '../more/more-sections.ts';

/** A line of the running list: what happens now, and what has happened. */
export interface StepWords {
  step: RequestStep;
  /** Before and while it happens. */
  doing: string;
  done: string;
}

export type RequestFacts = Pick<Connection, 'grant' | 'window' | 'tokenSource'>;

/** How the window shows a grant; a file for each, collected in `grant-views.ts`. */
export interface GrantView {
  name: string;
  /** In the middle of a line. */
  inLine: string;
  /** One sentence under the choice. */
  sentence: string;
  /** Beside the sentence: nobody should choose it lightly. */
  isWarning?: boolean;
  /** In the list of the rarer grants; the usual ones have none and stand side by side. */
  hint?: string;
  /** The running list of a request, in its order. */
  steps(connection: RequestFacts): StepWords[];
  /** What the dialog waits for, where no window of this computer asks. */
  waiting?: string;
  /** What it needs beside the fields that its definition names: below those of the client. */
  OwnFields?: ComponentType<{ form: ConnectionFormState }>;
  /** Groups below "More" whose fields stand elsewhere, or mean nothing just then. */
  hiddenSections?(connection: Connection): readonly MoreSection[];
}
