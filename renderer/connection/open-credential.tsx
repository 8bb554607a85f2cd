import {
  canBeKept,
  findOpenCredentials,
  keepCredential,
  openCredentialSentence,
  openName,
} from '../../app/shared/connection/open-credentials.ts';
import { text, textOf } from '../messages/text.ts';
import { CredentialOffer } from '../secrets/credential-offer.tsx';
import classes from './connection-dialog.module.css';
import type { ConnectionFormState } from './form-state.ts';

/** Asked before saving a connection with a credential in its URLs, parameters or headers. */
export function OpenCredential({ form }: { form: ConnectionFormState }) {
  const { draft, edit, typeSecret } = form;
  const [credential] = findOpenCredentials(draft);
  if (credential === undefined) return null;
  const keep = (): void => {
    const { connection, secrets } = keepCredential(draft, credential);
    edit(connection);
    for (const [name, value] of Object.entries(secrets)) typeSecret(name as keyof typeof secrets, value); // its own keys
  };
  const leaveOpen = (): void => edit({ inTheOpen: [...draft.inTheOpen, openName(credential)] });
  const isKeepable = canBeKept(credential);
  return (
    <div className={classes.offer}>
      <CredentialOffer
        sentence={textOf(openCredentialSentence(credential))}
        unsaved={isKeepable ? text('connection.openCredential.unsaved') : ''}
        onKeep={isKeepable ? keep : undefined}
        onOpen={isKeepable ? leaveOpen : undefined}
      />
    </div>
  );
}
