import { SegmentedControl, TextInput } from '@mantine/core';
import { SecretField } from '../secrets/secret-field.tsx';
import classes from './connection-dialog.module.css';
import type { ConnectionFormState } from './form-state.ts';

const methods = ['HMAC-SHA1', 'HMAC-SHA256', 'RSA-SHA1', 'PLAINTEXT'] as const;

/** Who we are to the service: client ID and secret; for OAuth1 also how requests are signed. */
export function ClientFields({ form }: { form: ConnectionFormState }) {
  const { draft, edit, secrets, typeSecret, isStored, problemOf, touch } = form;
  const isOAuth1 = draft.grant === 'oauth1';
  const isRsa = isOAuth1 && draft.signatureMethod === 'RSA-SHA1';
  const hasSecret = isOAuth1 ? !isRsa : draft.clientAuthentication !== 'none';
  return (
    <>
      <TextInput
        label={isOAuth1 ? 'Client ID (consumer key)' : 'Client ID'}
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
      {hasSecret ? (
        <SecretField
          label={isOAuth1 ? 'Client secret (consumer secret)' : 'Client secret'}
          owner={draft.id}
          name="clientSecret"
          isStored={isStored('clientSecret')}
          typed={secrets.clientSecret}
          error={problemOf('clientSecret')}
          onType={(value) => typeSecret('clientSecret', value)}
        />
      ) : null}
      {isOAuth1 ? (
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
      {isRsa ? (
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
