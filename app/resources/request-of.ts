import type { Resource } from '../shared/resource/resource.ts';

/** What decides which response comes, apart from the token. */
export const requestOf = (resource: Resource): string => {
  const { url, offParameters, variables, timeZone, method, body, format, headers, secretValues, authorization } =
    resource;
  const { pages, firstRow, encoding } = resource;
  const request = [url, offParameters, variables, timeZone, method, body, format, headers, secretValues, authorization];
  return JSON.stringify([...request, pages, firstRow, encoding]);
};
