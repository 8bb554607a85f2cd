import type { SessionResponse } from '../local/requests.ts';
import { RequestError } from '../shared/errors.ts';
import { message } from '../shared/messages/message.ts';

/**
 * What `tokenboard token` prints. Throws RequestError `local.no_header` if a header is asked for and the service takes
 * the token as a parameter of the URL.
 */
export function tokenText(
  found: SessionResponse<'local.token'>,
  { header, json }: { header: boolean; json: boolean },
): string {
  if (json) return `${JSON.stringify(found, undefined, 2)}\n`;
  const { accessToken, placement, name } = found;
  if (!header) return `${accessToken}\n`;
  if (placement.in !== 'header')
    throw new RequestError('local.no_header', message('cli.token.noHeader', { name, parameter: placement.name }));
  return `${placement.name}: ${placement.value}\n`;
}
