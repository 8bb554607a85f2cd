import { canBeOpen } from '../../app/shared/detect-credentials.ts';
import { type Credential, credentialSentence, openName } from '../../app/shared/resource/credentials.ts';
import { keepSecret } from '../../app/shared/resource/keep-secret.ts';
import type { Resource } from '../../app/shared/resource/resource.ts';
import { textOf } from '../messages/text.ts';
import { CredentialOffer } from '../secrets/credential-offer.tsx';
import type { EditResource } from './use-draft.ts';

interface DraftCredentialProps {
  found: Credential;
  /** The values that wait for the decision. */
  unsaved: string;
  draft: Resource;
  edit: EditResource;
  flush: () => Promise<boolean>;
}

/** Asks where a credential in the draft goes: into the vault, or, if it is none, where it stands. */
export function DraftCredential({ found, unsaved, draft, edit, flush }: DraftCredentialProps) {
  const isText = found.place === 'text';
  const keep = (): void => {
    const { resource, secrets } = keepSecret(draft, found);
    edit(resource, secrets);
    void flush();
  };
  const leaveOpen = (): void => {
    edit({ inTheOpen: [...draft.inTheOpen, openName(found)] });
    void flush();
  };
  return (
    <CredentialOffer
      sentence={textOf(credentialSentence(found))}
      unsaved={isText ? '' : unsaved}
      onKeep={isText ? undefined : keep}
      onOpen={canBeOpen(found) ? leaveOpen : undefined}
    />
  );
}

/** The offer explains the problem and the fix, so the field above it need not repeat it. */
export const isToldByOffer = (credential: Credential | undefined): boolean =>
  credential?.place === 'text' || credential?.place === 'userinfo';
