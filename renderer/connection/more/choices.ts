import type { Connection } from '../../../app/shared/connection/connection.ts';

/** The names of the choices below "More", in the fields and in the summaries. */
export const clientAuthenticationNames: Record<Connection['clientAuthentication'], string> = {
  basic: 'Basic header',
  basic_raw: 'Basic, not encoded',
  body: 'Body',
  none: 'None',
};

export const clientAuthenticationSentences: Record<Connection['clientAuthentication'], string> = {
  basic: 'Client ID and secret go in the Authorization header, encoded as the standard says. Most services accept it.',
  basic_raw: 'As a Basic header, for services that do not decode special characters in the ID or the secret.',
  body: 'Client ID and secret go in the body of the token request.',
  none: 'A public client has an ID and no secret.',
};

export const scopeSeparatorNames: Record<Connection['scopeSeparator'], string> = {
  ' ': 'Space',
  ',': 'Comma',
};

export const windowNames: Record<Connection['window'], string> = {
  popup: 'Tokenboard’s own',
  browser: 'Your browser',
};

export const sessionNames: Record<Connection['session'], string> = {
  kept: 'Stays logged in',
  fresh: 'Starts fresh',
};

export const responseModeNames: Record<Connection['responseMode'], string> = {
  default: 'Service’s own',
  query: 'Query',
  fragment: 'Fragment',
  form_post: 'Form post',
};
