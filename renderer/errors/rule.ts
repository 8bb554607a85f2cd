import type { Connection } from '../../app/shared/connection/connection.ts';
import type { ErrorReport } from '../../app/shared/errors.ts';
import type { ArgumentsOf } from '../../app/shared/messages/message.ts';
import type { Preset } from '../../app/shared/preset/preset.ts';
import type { diagnosis } from '../messages/en/diagnosis.ts';

/** What the window can do about an error. A view offers those that it can carry out. */
export type ActionName =
  | 'try_again'
  | 'request_token'
  | 'use_oauth'
  | 'edit_connection'
  | 'edit_url'
  | 'edit_target'
  | 'edit_peaka_account'
  | 'use_other_address'
  | 'show_all_fields'
  | 'switch_window'
  | 'open_console'
  | 'give_key'
  | 'allow_host'
  | 'open_settings'
  | 'open_network_settings'
  | 'start_practice';

export interface Advice {
  /** What happened, in a few words. */
  title: string;
  /** What it means. */
  meaning: string;
  /** What to do: buttons, most helpful first. */
  actions: ActionName[];
}

/**
 * What fixes it: a change of the connection, followed by a new `login` or a renewal (`renew`: the
 * login itself was not at fault), or something that the window does.
 */
export type Fix =
  | { label: string; change: Partial<Connection>; retry: 'login' | 'renew' }
  | { label: string; action: ActionName }
  | { label: string; action: 'open_link' | 'copy'; value: string };

export type ClientMethod = Connection['clientAuthentication'];

/** Ways to send the secret that were tried with the current client; see `attempts.ts`. */
export interface Attempt {
  tried: readonly ClientMethod[];
  /** The number of logins that the attempts cost. */
  logins: number;
}

/** A page that the service showed in the login window, from the console's exchanges. */
export interface SeenPage {
  url: string;
  status: number | undefined;
  /** Code of an AppError. */
  error?: string | undefined;
}

export interface Situation {
  error: ErrorReport;
  /** Absent if the error belongs to no connection. */
  connection: Connection | undefined;
  preset: Preset | undefined;
  /** The last page of an abandoned login. */
  seen: SeenPage | undefined;
  /** What the service said, with its code. */
  serviceMessage: string;
  /** Ways to send the secret that were tried. */
  attempt: Attempt;
}

type Texts = typeof diagnosis;
/** A rule's texts are `diagnosis.<id>.title` and `diagnosis.<id>.meaning`. Rules for one mistake share an ID. */
type RuleId = keyof Texts extends infer Id ? (Id extends `diagnosis.${infer Name}.title` ? Name : never) : never;

interface RuleBase {
  /** Codes it can come with. */
  codes: RegExp;
  /** What the service says in this case; absent if the code is enough. */
  says?: RegExp;
  /** More conditions. */
  when?: (situation: Situation) => boolean;
  fix?: (situation: Situation) => Fix | undefined;
  /** Replaces the actions of the code's advice. */
  actions?: ActionName[];
}

/** The values of the meaning's placeholders. `undefined`: the error lacks a fact. */
type ValuesOf<Id extends RuleId> =
  ArgumentsOf<Texts[`diagnosis.${Id}.meaning`]> extends [infer Values]
    ? { values: (situation: Situation) => Values | undefined }
    : { values?: never };

/** One known mistake. The first rule that fits is taken. */
export type Rule = { [Id in RuleId]: RuleBase & { id: Id } & ValuesOf<Id> }[RuleId];
