import type { Connection } from '../../../app/shared/connection/connection.ts';
import { text } from '../../messages/text.ts';

/** The names of the choices below "More", in the fields and in the summaries. */
export const clientAuthenticationNames = (): Record<Connection['clientAuthentication'], string> => ({
  basic: text('more.authentication.basic'),
  basic_raw: text('more.authentication.basic_raw'),
  body: text('more.authentication.body'),
  none: text('more.authentication.none'),
});

/** The scope separators by their names in message IDs. */
export const scopeSeparators = {
  ' ': 'space',
  ',': 'comma',
} as const satisfies Record<Connection['scopeSeparator'], string>;

export const scopeSeparatorNames = (): Record<Connection['scopeSeparator'], string> => ({
  ' ': text('more.scopeSeparator.space'),
  ',': text('more.scopeSeparator.comma'),
});

export const windowNames = (): Record<Connection['window'], string> => ({
  popup: text('more.window.popup'),
  browser: text('more.window.browser'),
});

export const sessionNames = (): Record<Connection['session'], string> => ({
  kept: text('more.session.kept'),
  fresh: text('more.session.fresh'),
});

export const responseModeNames = (): Record<Connection['responseMode'], string> => ({
  default: text('more.responseMode.default'),
  query: text('more.responseMode.query'),
  fragment: text('more.responseMode.fragment'),
  form_post: text('more.responseMode.form_post'),
});
