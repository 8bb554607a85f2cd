import type { ComponentType } from 'react';
import type { Connection } from '../../../app/shared/connection/connection.ts';
import type { RequestStep } from '../../../app/shared/contract/connections.ts';
import type { Message } from '../../../app/shared/messages/message.ts';
import type { ConnectionFormState } from '../form-state.ts';
import type { MoreSection } from '../more/more-sections.ts';

/** A line of the running list: the text while the step runs, and the text once it is done. */
export interface StepWords {
  step: RequestStep;
  /** Before and while it happens. */
  doing: Message;
  done: Message;
}

export type RequestFacts = Pick<Connection, 'grant' | 'window' | 'tokenSource'>;

/** How the window shows a grant; a file for each, collected in `grant-views.ts`. */
export interface GrantView {
  name: Message;
  /** In the middle of a line. */
  inLine: Message;
  /** One sentence under the choice. */
  sentence: Message;
  /** A warning beside the sentence, for a grant that should not be a first choice. */
  isWarning?: boolean;
  /** The label in the list of rarer grants. The usual grants have none and appear side by side. */
  hint?: Message;
  /** The running list of a request, in order. */
  steps(connection: RequestFacts): StepWords[];
  /** What the dialog shows while it waits, if the login does not happen in a window on this computer. */
  waiting?: Message;
  /** Extra fields beyond those in its definition, shown below the client fields. */
  OwnFields?: ComponentType<{ form: ConnectionFormState }>;
  /** Groups below "More" to hide, because their fields are elsewhere or do not apply. */
  hiddenSections?(connection: Connection): readonly MoreSection[];
}
