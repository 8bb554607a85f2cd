/**
 * The service of a URL: its host as written, in lower case, because resources that share a `{name}` there share a limit
 * too. Empty: not a web URL.
 */
export const serviceOf = (url: string): string => /^\s*https?:\/\/([^/?#]*)/i.exec(url)?.[1]?.toLowerCase() ?? '';
