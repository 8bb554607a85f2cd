import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { type ReactNode, useRef, useState } from 'react';
import type { ResourceView } from '../../app/shared/contract/contract.ts';
import type { Resource, ResourceAuthorization } from '../../app/shared/resource/resource.ts';
import { text } from '../messages/text.ts';
import { toast } from '../notices/toast.tsx';
import { SecretField } from '../secrets/secret-field.tsx';
import classes from './authorization-fields.module.css';
import { OAuthAuthorization } from './oauth-authorization.tsx';
import { changeResource, type EditResource } from './use-draft.ts';

interface AuthorizationFieldsProps {
  view: ResourceView;
  draft: Resource;
  problem: string | undefined;
  edit: EditResource;
  flush: () => Promise<boolean>;
  /** Shown if the user name looks like a credential. */
  offer: ReactNode;
  onLeave: () => void;
}

/** The ways to authorize a request. */
function AuthorizationTypes({ draft, edit }: Pick<AuthorizationFieldsProps, 'draft' | 'edit'>) {
  /** The user name or the connection, kept for a switch back. */
  const before = useRef(new Map<ResourceAuthorization['type'], ResourceAuthorization>());
  before.current.set(draft.authorization.type, draft.authorization);
  return (
    <SegmentedControl
      className={classes.types ?? ''}
      size="xs"
      aria-label={text('resourcePage.authorization')}
      aria-describedby="authorization-hint"
      data={types.map((value) => ({ value, label: text(`resourcePage.authorization.${value}`) }))}
      value={draft.authorization.type}
      onChange={(value) => {
        const type = types.find((each) => each === value) ?? 'none';
        edit({ authorization: before.current.get(type) ?? emptyAuthorization(type) });
      }}
    />
  );
}

const types: readonly ResourceAuthorization['type'][] = ['none', 'basic', 'bearer', 'oauth'];

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
  const { view, draft, problem, edit, flush, offer, onLeave } = props;
  const { authorization } = draft;
  const typePlainName = (): void => {
    edit({ authorization: { type: 'basic', username: '' } });
    if (!view.secrets.includes('basicUsername')) return;
    void flush();
    toast(text('resourcePage.username.forgotten'), () =>
      changeResource(draft.id, () => ({ authorization: { type: 'basic', username: '', secretUsername: true } }), [
        'basicUsername',
      ]),
    );
  };
  return (
    <div className={classes.fields}>
      <AuthorizationTypes draft={draft} edit={edit} />
      {authorization.type === 'oauth' && authorization.connectionId !== null ? null : (
        <p className={classes.hint} id="authorization-hint">
          {text(`resourcePage.authorization.${authorization.type}.hint`)}
        </p>
      )}
      {authorization.type === 'basic' ? (
        <div className={classes.pair}>
          {authorization.secretUsername === true ? (
            <div>
              <StoredSecret view={view} name="basicUsername" edit={edit} flush={flush} />
              <Button size="compact-xs" variant="subtle" color="gray" onClick={typePlainName}>
                {text('resourcePage.username.plain')}
              </Button>
            </div>
          ) : (
            <TextInput
              label={text('resourcePage.secret.basicUsername')}
              description={text('resourcePage.secret.basicUsername.hint')}
              value={authorization.username}
              error={problem}
              autoComplete="off"
              spellCheck={false}
              onChange={(event) => edit({ authorization: { type: 'basic', username: event.currentTarget.value } })}
              onBlur={onLeave}
            />
          )}
          <StoredSecret view={view} name="basicPassword" edit={edit} flush={flush} />
        </div>
      ) : null}
      {offer}
      {authorization.type === 'bearer' ? (
        <StoredSecret view={view} name="bearerToken" edit={edit} flush={flush} />
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
  name: 'basicUsername' | 'basicPassword' | 'bearerToken';
}

/** Stored in the vault when the field loses the focus: an unfinished password is never stored. */
function StoredSecret({ view, name, edit, flush }: StoredSecretProps) {
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const isStored = view.secrets.includes(name);
  return (
    <SecretField
      label={text(`resourcePage.secret.${name}`)}
      description={text(`resourcePage.secret.${name}.hint`)}
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
