import { describe, expect, it } from 'vitest';
import { readHttpMessage } from '../../../../../renderer/resources/paste/http-message.ts';

describe('readHttpMessage', () => {
  it('reads a message of the wire, by its Host', () => {
    expect(readHttpMessage('GET /v1/sales?x=1 HTTP/1.1\r\nHost: api.example.com\r\nAccept: text/csv\r\n\r\n')).toEqual({
      method: 'GET',
      url: 'https://api.example.com/v1/sales?x=1',
      headers: [
        ['Host', 'api.example.com'],
        ['Accept', 'text/csv'],
      ],
      unknown: [],
    });
  });

  it('reads a request of an .http file, with its body', () => {
    expect(
      readHttpMessage('POST https://api.example.com/q\nContent-Type: application/json\n\n{\n\n"a": 1}\n'),
    ).toMatchObject({
      method: 'POST',
      url: 'https://api.example.com/q',
      body: '{\n\n"a": 1}',
    });
  });

  it.each([
    'GET',
    'GET /path HTTP/1.1\nAccept: */*',
    'GETTING https://a.example',
    'GET https://a.example\nnot a header',
  ])('does not read %j', (text) => {
    expect(readHttpMessage(text)).toBeUndefined();
  });
});
