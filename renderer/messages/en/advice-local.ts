import type { CodeOf } from '../../../app/shared/error-codes.ts';

/** Titles and meanings of errors of the command line, by code. */
export const adviceLocal = {
  'advice.local.ambiguous.title': 'The name is not unique',
  'advice.local.ambiguous.meaning': 'Several items begin with this name. Write more of it, or use the ID.',
  'advice.local.lost.title': 'Tokenboard ended',
  'advice.local.lost.meaning': 'The app that the command was talking to has ended. Run the command again.',
  'advice.local.no_column.title': 'There is no such column',
  'advice.local.no_column.meaning': 'The rows have no column with this name. Use one of the names listed.',
  'advice.local.no_header.title': 'The token belongs into the URL',
  'advice.local.no_header.meaning':
    'The service expects the token as a query parameter. Use the option --json to get its name.',
  'advice.local.not_found.title': 'There is nothing with this name',
  'advice.local.not_found.meaning': 'Use “tokenboard list” to see the names.',
  'advice.local.short_token.title': 'The token does not last so long',
  'advice.local.short_token.meaning': 'Ask for a shorter validity: the service’s tokens do not last longer.',
  'advice.local.signs_requests.title': 'The service wants signed requests',
  'advice.local.signs_requests.meaning':
    'OAuth1 signs each request, so no token can be handed out. Use “tokenboard get”.',
  'advice.local.usage.title': 'The command was not understood',
  'advice.local.usage.meaning': 'Use the option --help to see how the command is used.',
} as const satisfies Record<`advice.${CodeOf<'local'>}.${'title' | 'meaning'}`, string>;
