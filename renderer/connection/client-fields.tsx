import { SegmentedControl, TextInput } from '@mantine/core';
import type { ConnectionSecretName } from '../../app/shared/connection/connection.ts';
import { protocolOf, usesField } from '../../app/shared/connection/grants/definitions.ts';
import type { ProtocolName } from '../../app/shared/connection/grants/grant-definition.ts';
import { SecretField } from '../secrets/secret-field.tsx';
import classes from './connection-dialog.module.css';
import type { ConnectionFormState } from './form-state.ts';

const methods = ['HMAC-SHA1', 'HMAC-SHA256', 'RSA-SHA1', 'PLAINTEXT'] as const;

const labels: Record<ProtocolName, { clientId: string; clientSecret: string }> = {
  oauth1: { clientId: 'Client ID (consumer key)', clientSecret: 'Client secret (consumer secret)' },
  oauth2: { clientId: 'Client ID', clientSecret: 'Client secret' },
};

/** The client's identity at the service: client ID and secret; for OAuth1 also the signature method. */
export function ClientFields({ form }: { form: ConnectionFormState }) {
  const { draft, edit, secrets, typeSecret, isStored, problemOf, touch } = form;
  const protocol = protocolOf(draft);
  const label = labels[protocol.name];
  const needs = (secret: ConnectionSecretName) => protocol.secrets(draft).some(({ name }) => name === secret);
  return (
    <>
      <TextInput
        label={label.clientId}
        value={draft.clientId}
        error={problemOf('clientId')}
        autoComplete="off"
        spellCheck={false}
        classNames={{ input: 'mono' }}
        onChange={(event) => edit({ clientId: event.currentTarget.value })}
        onBlur={() => {
          if (draft.clientId !== '') touch('clientId');
        }}
      />
      {needs('clientSecret') ? (
        <SecretField
          label={label.clientSecret}
          owner={draft.id}
          name="clientSecret"
          isStored={isStored('clientSecret')}
          typed={secrets.clientSecret}
          error={problemOf('clientSecret')}
          onType={(value) => typeSecret('clientSecret', value)}
        />
      ) : null}
      {usesField(draft, 'signatureMethod') ? (
        <div className={classes.field}>
          <span className={classes.label} aria-hidden>
            Signature method
          </span>
          <SegmentedControl
            className={classes.segments ?? ''}
            aria-label="Signature method"
            value={draft.signatureMethod}
            data={[...methods]}
            onChange={(value) => edit({ signatureMethod: methods.find((method) => method === value) ?? 'HMAC-SHA1' })}
          />
        </div>
      ) : null}
      {needs('privateKey') ? (
        <SecretField
          label="Private key"
          owner={draft.id}
          name="privateKey"
          isStored={isStored('privateKey')}
          typed={secrets.privateKey}
          error={problemOf('privateKey')}
          placeholder="-----BEGIN PRIVATE KEY-----"
          multiline
          onType={(value) => typeSecret('privateKey', value)}
        />
      ) : null}
    </>
  );
}
