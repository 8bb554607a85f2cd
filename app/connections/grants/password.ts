import { withSecretValues } from '../../shared/connection/secret-values.ts';
import { message } from '../../shared/messages/message.ts';
import { oauth2Settings } from './complete-settings.ts';
import { grantContext } from './grant-context.ts';
import { type GrantRunner, missingSecret } from './grant-runner.ts';

/** RFC 6749 §4.3. */
export const passwordGrant: GrantRunner = {
  request: async (run, deps) => {
    const { connection, secrets } = run;
    const settings = await oauth2Settings(connection, secrets, deps);
    const { password } = secrets;
    if (!password) throw missingSecret('password', message('fields.secret.password'));
    const { requestPasswordToken } = await import('../../oauth/password.ts');
    const { username } = withSecretValues(connection, secrets);
    return requestPasswordToken(settings, { username, password }, grantContext(run, deps));
  },
};
