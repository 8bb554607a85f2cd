/** Following the pages of a response. */
export const pages = {
  'pages.parameterUnfit': 'The body has no place for the parameter of the pages. Check it under Pages.',
  'pages.notUrl': 'The page names the next one with a value that is not a URL.',
  'pages.noPageInfo': 'The page has no pageInfo at {path}. Ask for hasNextPage and endCursor in the query.',
  'pages.url.invalid': 'The URL of the next page is not valid.',
  /** {url}: scheme and host. */
  'pages.url.insecure': 'The URL of the next page is not secure ({url}). It was not requested.',
  /** {url} below: the host. */
  'pages.url.secret': 'The URL of the next page contains a secret and leads to {url}. It was not requested.',
  'pages.url.elsewhere':
    'The next page is on another host, {url}. It was not requested. Use the URL of {url} if you trust it.',
  'pages.url.body': 'The next page is on another host, {url}. The request body was not sent there.',
  /** {reason}: a complete sentence. */
  'pages.failed':
    'Page {page, number} failed: {reason} {rows, plural, one {# row} other {# rows}} of {pages, plural, one {# page} other {# pages}} are shown.',
  'pages.failedOf':
    'Page {page, number} of {total, number} failed: {reason} {rows, plural, one {# row} other {# rows}} of {pages, plural, one {# page} other {# pages}} are shown.',
  'pages.first': 'Further pages were not requested: {reason}',
  'pages.stopped':
    'You cancelled: {rows, plural, one {# row} other {# rows}} of {pages, plural, one {# page} other {# pages}} are shown.',
  'pages.limitPages': 'Stopped at the limit of {count, plural, one {# page} other {# pages}}. There are more rows.',
  'pages.limitRows': 'Stopped at the limit of {count, plural, one {# row} other {# rows}}. There are more rows.',
  'pages.ceiling': 'Stopped after {count, plural, one {# page} other {# pages}}, the most that Tokenboard follows.',
  'pages.tooLarge':
    'Stopped at {mebibytes, number} MiB, the largest response that Tokenboard shows. There are more rows.',
  'pages.repeat': 'Page {page, number} has the rows of the page before. Tokenboard takes this as the end.',
  'pages.loop': 'Page {page, number} leads back to a page that was already read. Tokenboard stopped there.',
  'pages.notThere': 'The service has no page {page, number} (status {status}). Tokenboard takes this as the end.',
} as const;
