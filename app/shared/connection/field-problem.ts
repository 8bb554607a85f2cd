import type { Message } from '../messages/message.ts';
import type { Connection } from './connection.ts';

export interface FieldProblem {
  /** A key of Connection, or `variables.<name>`. */
  field: keyof Connection | `variables.${string}`;
  message: Message;
}
