import { message } from '../../shared/messages/message.ts';
import { oauth2Settings } from './complete-settings.ts';
import { grantContext } from './grant-context.ts';
import { type GrantRunner, missingSecret } from './grant-runner.ts';

/** RFC 6749 §4.4: the secret is this client's only credential. */
export const clientCredentialsGrant: GrantRunner = {
  request: async (run, deps) => {
    const { connection, secrets } = run;
    const settings = await oauth2Settings(connection, secrets, deps);
    if (!secrets.clientSecret) throw missingSecret('clientSecret', message('fields.secret.clientSecret'));
    const { requestClientCredentialsToken } = await import('../../oauth/client-credentials.ts');
    return requestClientCredentialsToken(settings, grantContext(run, deps));
  },
};
