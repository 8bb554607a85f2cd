import { Button } from '@mantine/core';
import { IconShieldLock } from '@tabler/icons-react';
import { text } from '../messages/text.ts';
import classes from './credential-offer.module.css';

interface CredentialOfferProps {
  sentence: string;
  /** The values that wait for the decision. */
  unsaved: string;
  /** `undefined`: the value cannot be kept secret in this place. */
  onKeep: (() => void) | undefined;
  /** The user says that it is no credential, so it may be stored in place. `undefined`: it may not. */
  onOpen: (() => void) | undefined;
}

/** Before a value with a credential is stored, the user decides where the credential goes. */
export function CredentialOffer({ sentence, unsaved, onKeep, onOpen }: CredentialOfferProps) {
  return (
    <div className={classes.offer} role="alert">
      <IconShieldLock size={16} stroke={1.7} aria-hidden />
      <p className={classes.text}>
        {sentence} {unsaved}
      </p>
      {onKeep === undefined ? null : (
        <Button size="compact-sm" variant="default" onClick={onKeep} data-keep-secret>
          {text('secrets.offer.keep')}
        </Button>
      )}
      {onOpen === undefined ? null : (
        <Button size="compact-sm" variant="subtle" color="gray" onClick={onOpen}>
          {text('secrets.offer.open')}
        </Button>
      )}
    </div>
  );
}
