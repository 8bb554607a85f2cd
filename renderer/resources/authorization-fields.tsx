import { SegmentedControl, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ResourceView } from '../../app/api/contract.ts';
import type { Resource, ResourceAuthorization } from '../../app/resources/resource.ts';
import { SecretField } from '../secrets/secret-field.tsx';
import classes from './authorization-fields.module.css';
import { OAuthAuthorization } from './oauth-authorization.tsx';

interface AuthorizationFieldsProps {
  view: ResourceView;
  draft: Resource;
  problem: string | undefined;
  edit: (change: Partial<Resource>, secrets?: Record<string, string | null>) => void;
  flush: () => Promise<boolean>;
  onLeave: () => void;
}

/** The ways to authorize a request. */
function AuthorizationTypes({ draft, edit }: Pick<AuthorizationFieldsProps, 'draft' | 'edit'>) {
  return (
    <SegmentedControl
      className={classes.types ?? ''}
      size="xs"
      aria-label="Authorization"
      data={types}
      value={draft.authorization.type}
      onChange={(value) => {
        const type = types.find((each) => each.value === value)?.value ?? 'none';
        edit({ authorization: emptyAuthorization(type) });
      }}
    />
  );
}

const types: { value: ResourceAuthorization['type']; label: string }[] = [
  { value: 'none', label: 'None' },
  { value: 'basic', label: 'Basic' },
  { value: 'bearer', label: 'Bearer token' },
  { value: 'oauth', label: 'OAuth' },
];

function emptyAuthorization(type: ResourceAuthorization['type']): ResourceAuthorization {
  switch (type) {
    case 'basic':
      return { type, username: '' };
    case 'oauth':
      return { type, connectionId: null };
    case 'none':
    case 'bearer':
      return { type };
  }
}

export function AuthorizationFields(props: AuthorizationFieldsProps) {
  const { view, draft, problem, edit, flush, onLeave } = props;
  const { authorization } = draft;
  return (
    <div className={classes.fields}>
      <AuthorizationTypes draft={draft} edit={edit} />
      {authorization.type === 'none' ? (
        <p className={classes.hint}>No authorization is sent. For public data.</p>
      ) : null}
      {authorization.type === 'basic' ? (
        <div className={classes.pair}>
          <TextInput
            label="User name"
            value={authorization.username}
            error={problem}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => edit({ authorization: { type: 'basic', username: event.currentTarget.value } })}
            onBlur={onLeave}
          />
          <StoredSecret view={view} name="basicPassword" label="Password" edit={edit} flush={flush} />
        </div>
      ) : null}
      {authorization.type === 'bearer' ? (
        <StoredSecret view={view} name="bearerToken" label="Token" edit={edit} flush={flush} />
      ) : null}
      {authorization.type === 'oauth' ? (
        <OAuthAuthorization
          resourceId={draft.id}
          connectionId={authorization.connectionId}
          onChoose={(connectionId) => edit({ authorization: { type: 'oauth', connectionId } })}
          flush={flush}
        />
      ) : null}
    </div>
  );
}

interface StoredSecretProps extends Pick<AuthorizationFieldsProps, 'view' | 'edit' | 'flush'> {
  name: 'basicPassword' | 'bearerToken';
  label: string;
}

/** Goes to the vault when the field is left: half a password is never stored. */
function StoredSecret({ view, name, label, edit, flush }: StoredSecretProps) {
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const isStored = view.secrets.includes(name);
  return (
    <SecretField
      label={label}
      owner={view.resource.id}
      name={name}
      isStored={isStored}
      typed={typed}
      onType={setTyped}
      onBlur={async () => {
        if (typed === undefined || typed === '') return;
        edit({}, { [name]: typed });
        if (await flush()) setTyped(undefined);
      }}
    />
  );
}
