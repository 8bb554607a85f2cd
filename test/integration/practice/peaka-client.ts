import { ann, createPerson, type Page } from './person.ts';
import type { RunningPractice } from './start.ts';

export const connectionCallback = 'https://www.peakboard.com/oauth2-callback/peaka/abc';
export const [shopFloor, warehouse] = ['Kq3vT8Zp', 'Hb5cM9Ly'];

export interface Answer {
  status: number;
  headers: Headers;
  body: unknown;
}

/** Sends requests to the practice Peaka. `base`: of the API, or of a proxy in front of it. */
export function peakaOf(practice: RunningPractice, base = `${practice.origin}/peaka/api/v1`) {
  const { partnerKey } = practice.ready.peaka;
  return async (method: string, path: string, body?: unknown, key = partnerKey): Promise<Answer> => {
    const response = await fetch(base + path, {
      method,
      headers: {
        authorization: `Bearer ${key}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text === '' ? undefined : JSON.parse(text) };
  };
}

export interface Made {
  id: string;
  url: string;
}

/** The user logs in on the consent page, and the browser follows redirects until it leaves the service. */
export async function decide(
  practice: RunningPractice,
  consentUrl: string,
  decision: 'allow' | 'deny' = 'allow',
): Promise<Page> {
  const person = createPerson(practice.origin);
  const consent = await person.submit(await person.open(consentUrl), ann);
  return person.submit(consent, { decision });
}

/** `/peaka/`, after a click on a button of a connection. */
export async function readOnPage(practice: RunningPractice, id: string, action: 'read' | 'renew'): Promise<string> {
  const response = await fetch(`${practice.origin}/peaka/`, {
    method: 'POST',
    body: new URLSearchParams({ id, action }),
  });
  const page = await response.text();
  const said = /<p class="(?:alert|done)"[^>]*>([^<]*)</.exec(page)?.[1];
  if (said === undefined) throw new Error(`the page says nothing of ${id} (${response.status}): ${page}`);
  return said;
}
