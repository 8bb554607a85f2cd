import type { z } from 'zod';
import type { CallName, CallResponse, Calls } from '../../shared/contract/contract.ts';

type Validated<Name extends CallName> = z.output<Calls[Name]['request']>;

/** One function per call. The request is validated. A handler may throw an AppError, and catches nothing else. */
export type Handler<Name extends CallName> = (
  request: Validated<Name>,
) => CallResponse<Name> | Promise<CallResponse<Name>>;

export type Handlers<Name extends CallName = CallName> = { [Key in Name]: Handler<Key> };

/** The calls of one area, such as `connections.*`. */
export type AreaHandlers<Area extends string> = Handlers<Extract<CallName, `${Area}.${string}`>>;

/**
 * Waits for the keychain. `Deps`: the parts of the core that a file's handlers use. The compiler checks that the core
 * has them, and the handlers reach nothing else.
 */
export type Opened<Deps> = () => Promise<Deps>;
