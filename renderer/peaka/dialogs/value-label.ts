import { text } from '../../messages/text.ts';
import { fieldLabel } from './field-words.ts';

/** A value of Peaka's form in words: in the user's language if it is a part of OAuth. */
export function valueLabel(name: string): string {
  switch (name) {
    case 'clientId':
    case 'clientSecret':
    case 'accessToken':
    case 'refreshToken':
      return text(`peaka.dialog.value.${name}`);
    default:
      return fieldLabel(name);
  }
}
