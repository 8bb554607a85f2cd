import { SegmentedControl, TextInput } from '@mantine/core';
import { useId } from 'react';
import type { ConnectionSecretName } from '../../app/shared/connection/connection.ts';
import { protocolOf, usesField } from '../../app/shared/connection/grants/definitions.ts';
import { text } from '../messages/text.ts';
import { SecretField } from '../secrets/secret-field.tsx';
import classes from './connection-dialog.module.css';
import type { ConnectionFormState } from './form-state.ts';

const methods = ['HMAC-SHA1', 'HMAC-SHA256', 'RSA-SHA1', 'PLAINTEXT'] as const;

/** The client's identity at the service: client ID and secret; for OAuth1 also the signature method. */
export function ClientFields({ form }: { form: ConnectionFormState }) {
  const { draft, preset, edit, secrets, typeSecret, isStored, problemOf, touch } = form;
  const sentenceId = useId();
  const isPractice = preset?.practice === true;
  const filled = text('connection.practice.filled');
  const protocol = protocolOf(draft);
  const needs = (secret: ConnectionSecretName) => protocol.secrets(draft).some(({ name }) => name === secret);
  return (
    <>
      <TextInput
        label={text(`connection.client.${protocol.name}.id`)}
        description={isPractice ? filled : text(`connection.client.${protocol.name}.id.hint`)}
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
          label={text(`connection.client.${protocol.name}.secret`)}
          description={isPractice ? filled : text('connection.client.secret.hint')}
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
            {text('connection.client.signatureMethod')}
          </span>
          <SegmentedControl
            className={classes.segments ?? ''}
            aria-label={text('connection.client.signatureMethod')}
            aria-describedby={sentenceId}
            value={draft.signatureMethod}
            data={[...methods]}
            onChange={(value) => edit({ signatureMethod: methods.find((method) => method === value) ?? 'HMAC-SHA1' })}
          />
          <p className={classes.sentence} id={sentenceId}>
            {text('connection.client.signatureMethod.hint')}
          </p>
        </div>
      ) : null}
      {needs('privateKey') ? (
        <SecretField
          label={text('connection.client.privateKey')}
          description={text('connection.client.privateKey.hint')}
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
