import { useMemo, useState } from 'react';
import type { Connection, ConnectionSecretName, ConnectionSecrets } from '../../app/shared/connection/connection.ts';
import type { FieldProblem } from '../../app/shared/connection/field-problem.ts';
import { definitionOf, usesField } from '../../app/shared/connection/grants/definitions.ts';
import type { NeededSecret } from '../../app/shared/connection/grants/grant-definition.ts';
import { tokenHeaderSecret } from '../../app/shared/connection/token-headers.ts';
import { validateConnection } from '../../app/shared/connection/validate.ts';
import type { Message } from '../../app/shared/messages/message.ts';
import type { Preset } from '../../app/shared/preset/preset.ts';
import { valueSecret } from '../../app/shared/secret-value.ts';
import { useConnection, usePreset } from '../api/queries.ts';
import { useTouched } from '../common/use-touched.ts';
import { message, textOf } from '../messages/text.ts';
import { tidyDraft } from './draft.ts';

export type TypedSecrets = ConnectionSecrets;

/** What every field of the dialog gets. */
export interface ConnectionFormState {
  draft: Connection;
  preset: Preset | undefined;
  edit: (change: Partial<Connection>) => void;
  replace: (draft: Connection) => void;
  /** Replaces the draft with another service's: no field counts as touched yet. */
  startOver: (draft: Connection) => void;
  secrets: TypedSecrets;
  typeSecret: (name: ConnectionSecretName, value: string | undefined) => void;
  isStored: (name: ConnectionSecretName) => boolean;
  problems: DraftProblem[];
  problemOf: (field: DraftProblem['field']) => string | undefined;
  touch: (field: DraftProblem['field']) => void;
  touchAll: () => void;
  /** Scopes from the service's discovery document: offered, never selected. */
  offeredScopes: readonly string[];
  offerScopes: (scopes: readonly string[]) => void;
}

export interface DraftProblem {
  field: FieldProblem['field'] | ConnectionSecretName;
  message: Message;
}

/** What `validateConnection` cannot see: whether the secrets that the grant needs are typed or stored. Pure. */
export function secretProblems(
  draft: Connection,
  has: (name: ConnectionSecretName) => boolean,
  typed: TypedSecrets = {},
): DraftProblem[] {
  const { protocol, secrets: ownSecrets } = definitionOf(draft);
  const problems: DraftProblem[] = [];
  const require = ({ name, message: missing }: NeededSecret): void => {
    if (!has(name)) problems.push({ field: name, message: missing });
    else if (name === 'clientSecret' && typed.clientSecret !== typed.clientSecret?.trim())
      problems.push({ field: name, message: message('fields.secret.space') });
  };
  protocol.secrets(draft).forEach(require);
  for (const { name, secret } of usesField(draft, 'tokenHeaders') ? draft.tokenHeaders : [])
    if (secret && !has(tokenHeaderSecret(name)))
      problems.push({ field: 'tokenHeaders', message: message('fields.header.valueMissing', { name }) });
  for (const name of draft.secretValues)
    if (!has(valueSecret(name)))
      problems.push({ field: valueSecret(name), message: message('fields.secret.value', { variable: `{${name}}` }) });
  ownSecrets?.(draft).forEach(require);
  return problems;
}

/** The typed secrets, without the values of variables that the connection no longer has. Pure. */
export const typedSecretsOf = ({ secretValues }: Connection, typed: TypedSecrets): TypedSecrets =>
  Object.fromEntries(
    Object.entries(typed).filter(
      ([name]) => !name.startsWith('value:') || secretValues.some((value) => valueSecret(value) === name),
    ),
  );

export function useConnectionForm(initial: Connection): ConnectionFormState {
  const [draft, setDraft] = useState(initial);
  const [secrets, setSecrets] = useState<TypedSecrets>({});
  const [offeredScopes, offerScopes] = useState<readonly string[]>([]);
  const { isTouched, touch, touchAll, untouchAll } = useTouched();
  const stored = useConnection(draft.id)?.secrets;
  const preset = usePreset(draft.presetId);
  const isStored = (name: ConnectionSecretName): boolean => stored?.includes(name) ?? false;

  const problems = useMemo(() => {
    const has = (name: ConnectionSecretName): boolean => {
      const typed = secrets[name];
      return typed === undefined ? (stored?.includes(name) ?? false) : typed !== '';
    };
    // Validates the draft as saved, not as typed.
    const tidy = { ...tidyDraft(draft), name: draft.name };
    return [...validateConnection(tidy), ...secretProblems(tidy, has, secrets)];
  }, [draft, secrets, stored]);

  return {
    draft,
    preset,
    edit: (change) => setDraft((before) => ({ ...before, ...change })),
    replace: setDraft,
    startOver: (next) => {
      setDraft(next);
      offerScopes([]);
      untouchAll();
    },
    secrets,
    typeSecret: (name, value) =>
      setSecrets(({ [name]: _before, ...others }) => (value === undefined ? others : { ...others, [name]: value })),
    isStored,
    problems,
    problemOf: (field) => {
      const problem = isTouched(field) ? problems.find((each) => each.field === field) : undefined;
      return problem && textOf(problem.message);
    },
    touch,
    touchAll,
    offeredScopes,
    offerScopes,
  };
}
