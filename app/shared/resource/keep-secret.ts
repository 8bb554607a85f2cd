import { joinTypedUrl, replacePair, splitTypedUrl } from '../detect-credentials.ts';
import { valueSecret } from '../secret-value.ts';
import { bodyWithout } from './body.ts';
import { type Credential, findCredentials } from './credentials.ts';
import type { Resource } from './resource.ts';

export interface KeptSecret {
  resource: Resource;
  /** Values for the vault, as `resources.save` takes them. */
  secrets: Record<string, string>;
}

/**
 * Moves a credential from the stored text to the vault. `{name}` replaces the value in the URL, a header becomes
 * secret, a user name and password become Basic. Pure.
 */
export function keepSecret(resource: Resource, credential: Credential): KeptSecret {
  switch (credential.place) {
    case 'query':
    case 'fragment':
    case 'path':
      return asValue(resource, credential);
    case 'userinfo':
      return asBasic(resource, credential);
    case 'body': {
      const name = freeName(resource, credential.name);
      return {
        resource: {
          ...resource,
          body: bodyWithout(resource.body, credential, name),
          secretValues: [...resource.secretValues, name],
        },
        secrets: { [valueSecret(name)]: credential.value },
      };
    }
    case 'off': {
      const name = freeName(resource, credential.name);
      return {
        resource: {
          ...resource,
          offParameters: resource.offParameters.map((parameter, index) =>
            index === credential.index
              ? { ...parameter, text: replacePair(parameter.text, credential, `{${name}}`) }
              : parameter,
          ),
          secretValues: [...resource.secretValues, name],
        },
        secrets: { [valueSecret(name)]: credential.value },
      };
    }
    case 'variable':
      return keepVariableSecret(resource, credential);
    case 'header':
      return {
        resource: {
          ...resource,
          headers: resource.headers.map((header, index) =>
            index === credential.index ? { ...header, secret: true, value: '' } : header,
          ),
        },
        secrets: { [`header:${credential.name.toLowerCase()}`]: credential.value },
      };
    case 'username':
      return {
        resource: { ...resource, authorization: { type: 'basic', username: '', secretUsername: true } },
        secrets: { basicUsername: credential.value },
      };
    case 'text':
      return { resource, secrets: {} };
  }
}

/** Moves the value for `{name}` in the URL to the vault, under the same name. Pure. */
export function keepVariableSecret(resource: Resource, { name, value }: { name: string; value: string }): KeptSecret {
  const { [name]: _moved, ...variables } = resource.variables;
  return {
    resource: { ...resource, variables, secretValues: [...resource.secretValues, name] },
    secrets: value === '' ? {} : { [valueSecret(name)]: value },
  };
}

/** Moves all credentials to the vault. A pasted command cannot be moved, and stays in the draft. Pure. */
export function keepAllSecret(resource: Resource): KeptSecret {
  let kept: KeptSecret = { resource, secrets: {} };
  for (;;) {
    const [credential] = findCredentials(kept.resource);
    if (credential === undefined || credential.place === 'text') return kept;
    const next = keepSecret(kept.resource, credential);
    kept = { resource: next.resource, secrets: { ...kept.secrets, ...next.secrets } };
  }
}

/** Removes `{name}` from the URL, together with a parameter that holds nothing else. Pure. */
export function withoutSecretValue(
  resource: Resource,
  name: string,
): Pick<Resource, 'url' | 'offParameters' | 'body' | 'secretValues'> {
  const mark = `{${name}}`;
  const parts = splitTypedUrl(resource.url);
  const rest = parts.query?.split('&').filter((pair) => !pair.endsWith(`=${mark}`));
  const url = joinTypedUrl({ ...parts, query: rest === undefined || rest.length === 0 ? undefined : rest.join('&') });
  const { body, secretValues } = resource;
  return {
    url: url.replaceAll(mark, ''),
    offParameters: resource.offParameters.filter(({ text }) => !text.includes(mark)),
    // In a GraphQL query the braces are its own.
    body: {
      ...body,
      text: body.type === 'graphql' ? body.text : body.text.replaceAll(mark, ''),
      variables: body.variables.replaceAll(mark, ''),
    },
    secretValues: secretValues.filter((each) => each !== name),
  };
}

type InUrl = Extract<Credential, { place: 'query' | 'fragment' | 'path' }>;

function asValue(resource: Resource, credential: InUrl): KeptSecret {
  const name = freeName(resource, credential.place === 'path' ? 'token' : credential.name);
  const parts = splitTypedUrl(resource.url);
  if (credential.place === 'path')
    parts.path = parts.path
      .split('/')
      .map((segment) => (segment === credential.value ? `{${name}}` : segment))
      .join('/');
  else parts[credential.place] = replacePair(parts[credential.place] ?? '', credential, `{${name}}`);
  const value = credential.place === 'path' ? decodeURIComponent(credential.value) : credential.value;
  return {
    resource: { ...resource, url: joinTypedUrl(parts), secretValues: [...resource.secretValues, name] },
    secrets: { [valueSecret(name)]: value },
  };
}

function asBasic(resource: Resource, { username, password }: Extract<Credential, { place: 'userinfo' }>): KeptSecret {
  const url = joinTypedUrl({ ...splitTypedUrl(resource.url), userinfo: undefined });
  // OAuth or a bearer token already authorizes the request. RFC 9110 §11.6.2 allows one Authorization field.
  if (resource.authorization.type !== 'none' && resource.authorization.type !== 'basic')
    return { resource: { ...resource, url }, secrets: {} };
  if (password !== '')
    return {
      resource: { ...resource, url, authorization: { type: 'basic', username } },
      secrets: { basicPassword: password },
    };
  // A user name without a password is a key, as with Stripe. It must not be stored in clear like Basic's user name (RFC
  // 7617 §2).
  const others = resource.headers.filter(({ name }) => name.toLowerCase() !== 'authorization');
  const bytes = new TextEncoder().encode(`${username}:`);
  return {
    resource: {
      ...resource,
      url,
      authorization: { type: 'none' },
      headers: [...others, { name: 'Authorization', value: '', secret: true }],
    },
    secrets: { 'header:authorization': `Basic ${btoa(String.fromCharCode(...bytes))}` },
  };
}

/** `api-key` → `api_key`, or a free variant of it. The app itself uses `practice`. */
function freeName({ url, offParameters, variables, body, secretValues }: Resource, wish: string): string {
  const base =
    wish
      .replace(/\W+/g, '_')
      .replace(/^[^a-zA-Z]+/, '')
      .slice(0, 40) || 'secret';
  const isTaken = (name: string): boolean =>
    name === 'practice' ||
    secretValues.includes(name) ||
    Object.hasOwn(variables, name) ||
    [url, ...offParameters.map(({ text }) => text), body.text, body.variables].some((text) =>
      text.includes(`{${name}}`),
    );
  if (!isTaken(base)) return base;
  for (let number = 2; ; number += 1) if (!isTaken(`${base}_${number}`)) return `${base}_${number}`;
}
