import { Button } from '@mantine/core';
import { IconShieldLock } from '@tabler/icons-react';
import classes from './credential-offer.module.css';

interface CredentialOfferProps {
  sentence: string;
  /** What waits for the decision. */
  unsaved: string;
  /** `undefined`: it cannot be kept where it stands. */
  onKeep: (() => void) | undefined;
  /** It is none: it may be stored where it stands. `undefined`: it may not. */
  onOpen: (() => void) | undefined;
}

/** Before something with a credential in it is stored: where the credential goes is the user's decision. */
export function CredentialOffer({ sentence, unsaved, onKeep, onOpen }: CredentialOfferProps) {
  return (
    <div className={classes.offer} role="alert">
      <IconShieldLock size={16} stroke={1.7} aria-hidden />
      <p className={classes.text}>
        {sentence} {unsaved}
      </p>
      {onKeep === undefined ? null : (
        <Button size="compact-sm" variant="default" onClick={onKeep} data-keep-secret>
          Keep it secret
        </Button>
      )}
      {onOpen === undefined ? null : (
        <Button size="compact-sm" variant="subtle" color="gray" onClick={onOpen}>
          It is not a secret
        </Button>
      )}
    </div>
  );
}
