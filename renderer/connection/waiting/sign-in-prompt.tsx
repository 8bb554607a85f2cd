import type { ConnectionStatus } from '../../../app/shared/contract/contract.ts';
import { BrowserInstead, type BrowserInsteadProps } from './browser-instead.tsx';
import classes from './waiting.module.css';

type SignInPrompt = NonNullable<Extract<ConnectionStatus, { status: 'authorizing' }>['signInPrompt']>;

const wanted: Record<SignInPrompt['scheme'], string> = {
  Negotiate: 'the sign-in of this computer (Negotiate, Kerberos)',
  NTLM: 'the sign-in of this computer (NTLM)',
  Digest: 'a user name and password in a browser prompt (Digest)',
  Basic: 'a user name and password in a browser prompt (Basic)',
};

/** The service asks for HTTP authentication, which this window never sends. The page may offer a form as well. */
export function SignInPromptPanel({ prompt, ...rest }: BrowserInsteadProps & { prompt: SignInPrompt }) {
  return (
    <BrowserInstead title={`${prompt.host} asks for a sign-in that the login window cannot do`} {...rest}>
      <p className={classes.lead}>
        It asks for {wanted[prompt.scheme]}. If the window shows a login form, you can use that. Otherwise log in with
        your browser. Register this callback URL at the service first:
      </p>
    </BrowserInstead>
  );
}
