/** What a feed's reader is told instead of rows. */
export const feedAnswers = {
  'feedAnswer.body': 'A request for a feed has no body.',
  'feedAnswer.encoding': 'The feed has none of the encodings that Accept-Encoding allows.',
  'feedAnswer.failed': 'Tokenboard could not answer. Try again.',
  'feedAnswer.guesses': 'Too many wrong keys came from this address. Wait, then check the key.',
  'feedAnswer.headers': 'The headers of the request are too long.',
  'feedAnswer.host': 'The Host header names another computer. Add the name to the accepted names of the feeds’ server.',
  'feedAnswer.key':
    'No valid key was sent. Send it as “Authorization: Bearer”, as “X-Api-Key”, or as the password of Basic.',
  'feedAnswer.keyInUrl': 'This feed accepts no key in its URL. Send it in a header, or allow keys in the URL.',
  'feedAnswer.letterCase': 'Capital and small letters count in the address: the feed is named “{name}”.',
  'feedAnswer.malformed': 'This is not a valid HTTP request.',
  'feedAnswer.method': 'A feed can only be read: use GET or HEAD.',
  'feedAnswer.network': 'This address is in none of the networks that may read feeds.',
  'feedAnswer.noHost': 'The request needs exactly one Host header.',
  'feedAnswer.notFound': 'No feed has this address. Check its name and extension.',
  'feedAnswer.off': 'This feed is switched off, or its resource was deleted.',
  'feedAnswer.otherFeed': 'This key does not open a feed of this name.',
  'feedAnswer.slow': 'The request did not arrive in time.',
  'feedAnswer.tls':
    'The reader ended the encrypted connection ({reason}). It may not trust the certificate, or speak plain HTTP.',
  'feedAnswer.waiting': 'The service has not sent all rows yet. Try again in a few seconds.',
} as const;
