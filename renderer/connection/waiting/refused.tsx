import type { ConnectionStatus } from '../../../app/shared/contract/contract.ts';
import { text } from '../../messages/text.ts';
import { BrowserInstead, type BrowserInsteadProps } from './browser-instead.tsx';
import classes from './waiting.module.css';

type Refusal = NonNullable<Extract<ConnectionStatus, { status: 'authorizing' }>['refused']>;

/** The service refuses logins in app windows. */
export function Refused({ refused, ...rest }: BrowserInsteadProps & { refused: Refusal }) {
  return (
    <BrowserInstead title={text('waiting.refused.title', { host: refused.host })} {...rest}>
      <p className={classes.lead}>{text('waiting.refused.text')}</p>
    </BrowserInstead>
  );
}
