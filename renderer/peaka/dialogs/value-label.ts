import { plainName } from '../../../app/shared/secret-names.ts';
import { text } from '../../messages/text.ts';
import { fieldLabel } from './field-words.ts';

/** Values that many types have, in the user's language. */
const known = [
  'accessToken',
  'apiKey',
  'clientId',
  'clientSecret',
  'databaseName',
  'host',
  'password',
  'personalAccessToken',
  'port',
  'refreshToken',
  'token',
  'url',
  'user',
  'username',
  'useSsl',
] as const;

/** A field of Peaka's form in words: the usual ones in the user's language, the others as Peaka names them. */
export function valueLabel(name: string): string {
  const usual = known.find((each) => plainName(each) === plainName(name));
  return usual === undefined ? fieldLabel(name) : text(`peaka.dialog.value.${usual}`);
}
