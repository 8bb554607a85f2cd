import type { ConnectionStatus } from '../../../app/shared/contract/contract.ts';
import { text } from '../../messages/text.ts';
import { BrowserInstead, type BrowserInsteadProps } from './browser-instead.tsx';
import classes from './waiting.module.css';

type SignInPrompt = NonNullable<Extract<ConnectionStatus, { status: 'authorizing' }>['signInPrompt']>;

/** The service asks for HTTP authentication, which this window never sends. The page may offer a form as well. */
export function SignInPromptPanel({ prompt, ...rest }: BrowserInsteadProps & { prompt: SignInPrompt }) {
  return (
    <BrowserInstead title={text('waiting.signIn.title', { host: prompt.host })} {...rest}>
      <p className={classes.lead}>
        {text(`waiting.signIn.wanted.${prompt.scheme}`)} {text('waiting.signIn.text')}
      </p>
    </BrowserInstead>
  );
}
