import { once } from 'node:events';
import { type Agent, request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { describe, expect, it } from 'vitest';
import { captureRequest } from '../../../app/oauth/capture-request.ts';

/** What a library does with the agent. */
function send(url: string, headers: Record<string, string | string[]>, chunks: (string | Uint8Array)[]) {
  const { agent, captured } = captureRequest(new URL(url));
  const request = url.startsWith('https:') ? httpsRequest : httpRequest;
  // Node calls only what `captureRequest` provides.
  const sent = request(url, { agent: agent as unknown as Agent, method: 'POST', headers });
  const failed = once(sent, 'error');
  const last = chunks.pop();
  const wantsMore = chunks.map((chunk) => sent.write(chunk));
  sent.end(last);
  return { captured, failed, wantsMore };
}

describe('a request that a library makes', () => {
  it('is captured with its whole body, in pieces or not, and without the headers that a sender sets itself', async () => {
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': '7',
      'transfer-encoding': 'chunked',
      connection: 'close',
      'x-several': ['a', 'b'],
    };
    const { captured, wantsMore } = send('https://auth.example.com:8443/token', headers, [
      'a=b',
      Buffer.from('&c='),
      'é',
    ]);
    expect(await captured).toEqual({
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-several': 'a,b' },
      body: 'a=b&c=é',
    });
    // A library that is told to wait would wait forever.
    expect(wantsMore).toEqual([true, true]);
  });

  it('may have no body', async () => {
    expect(await send('http://127.0.0.1/token', {}, []).captured).toMatchObject({ headers: {}, body: '' });
  });

  it('ends with an error for the library, which would wait for a response otherwise', async () => {
    const [error] = await send('https://auth.example.com/token', {}, ['a=b']).failed;
    expect(error).toMatchObject({ message: 'captured' });
  });

  it.each([
    ['https://auth.example.com/token', 443],
    ['http://127.0.0.1/token', 80],
  ])('to %s goes to the port that Node would take: %s', (url, defaultPort) => {
    expect(captureRequest(new URL(url)).agent).toMatchObject({ protocol: new URL(url).protocol, defaultPort });
  });
});
