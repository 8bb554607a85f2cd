import { STATUS_CODES } from 'node:http';
import { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { type Message, message } from '../../shared/messages/message.ts';
import type { FeedRequest } from '../feed-server.ts';
import { answerRefusal, Refusal } from './refusal.ts';
import type { RefusedRequest } from './refused-exchange.ts';
import { plainAddress } from './visitors.ts';

export interface MalformedDeps {
  /** A message as a sentence without secrets. */
  show(text: Message): string;
  onRefused(refused: RefusedRequest): void;
  onRequest?: ((request: FeedRequest) => void) | undefined;
}

/** Bytes that Node could not read as a request: its error, and the connection that they came by. */
export type AnswerMalformed = (
  error: Error & { code?: string | undefined; rawPacket?: Buffer },
  socket: Duplex,
) => Buffer;

/** Reports such bytes as a refused request. Returns what is sent before the connection ends. */
export function createAnswerMalformed({ show, onRefused, onRequest }: MalformedDeps): AnswerMalformed {
  return ({ code = '', rawPacket }, socket) => {
    const answer = answerRefusal(refusalOf(code), show);
    const { id, status, headers, body } = answer;
    // A browser opens spare connections, and says nothing on them.
    if (socket instanceof Socket && (socket.bytesRead > 0 || code.startsWith(tlsPrefix))) {
      const { method, url } = readStart(rawPacket);
      onRefused({ request: { method, url, headers: {}, socket }, answer, feed: undefined });
      const address = plainAddress(socket.remoteAddress ?? '');
      onRequest?.({ id, method, feed: null, format: null, status, ms: 0, address });
    }
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${String(value)}\r\n`);
    const head = `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}connection: close\r\n\r\n`;
    return Buffer.concat([Buffer.from(head), body]);
  };
}

/** Of the codes of OpenSSL's errors. */
const tlsPrefix = 'ERR_SSL_';

function refusalOf(code: string): Refusal {
  if (code === 'HPE_HEADER_OVERFLOW') return new Refusal(431, message('feedAnswer.headers'));
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return new Refusal(408, message('feedAnswer.slow'));
  if (code.startsWith(tlsPrefix)) return new Refusal(400, message('feedAnswer.tls', { reason: code }));
  return new Refusal(400, message('feedAnswer.malformed'));
}

/** The method and the path, if the bytes begin with them. Anything after the path may be a key. */
function readStart(bytes: Buffer | undefined): { method: string; url: string } {
  const start = bytes?.toString('latin1', 0, 200) ?? '';
  const [, method = '', url = ''] = /^([A-Z]{1,20}) (\/[\w./-]{0,100})/.exec(start) ?? [];
  return { method, url };
}
