/** Errors of commands. */
export const local = {
  'local.lost': 'Tokenboard ended before it responded.',
  'local.notFound': 'Nothing is called “{text}”.',
  'local.ambiguous': '“{text}” could be several: {names}.',
  'local.signsRequests': '“{name}” signs each request (OAuth1), so there is no token to hand out.',
  'local.shortToken': 'The token of “{name}” is valid for {seconds, number} more seconds only.',
  'local.noColumn': 'There is no column “{name}”. The columns: {names}.',
  'local.empty': 'The response is empty.',
  'local.tooLarge': 'The response is larger than the limit of {size, number} MiB in the settings.',
} as const;
