import { Button } from '@mantine/core';
import { IconShieldLock } from '@tabler/icons-react';
import { type Credential, canBeOpen, credentialSentence } from '../../app/resources/credentials.ts';
import classes from './credential-offer.module.css';

interface CredentialOfferProps {
  credential: Credential;
  onKeep: () => void;
  /** It is none: it may be stored where it stands. */
  onOpen: () => void;
}

/** Before a URL with a credential in it is stored: where the credential goes is the user's decision. */
export function CredentialOffer({ credential, onKeep, onOpen }: CredentialOfferProps) {
  return (
    <div className={classes.offer} role="alert">
      <IconShieldLock size={16} stroke={1.7} aria-hidden />
      <p className={classes.text}>
        {credentialSentence(credential)}
        {credential.place === 'text' ? null : ' The URL is not saved yet.'}
      </p>
      {credential.place === 'text' ? null : (
        <Button size="compact-sm" variant="default" onClick={onKeep} data-keep-secret>
          Keep it secret
        </Button>
      )}
      {canBeOpen(credential) ? (
        <Button size="compact-sm" variant="subtle" color="gray" onClick={onOpen}>
          It is not a secret
        </Button>
      ) : null}
    </div>
  );
}
