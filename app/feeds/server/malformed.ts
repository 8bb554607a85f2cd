import { STATUS_CODES } from 'node:http';
import { type Message, message } from '../../shared/messages/message.ts';
import { answerRefusal, Refusal } from './refusal.ts';

/** What Node could not read as a request. `code`: of Node's error. */
export function answerMalformed(code: string, show: (text: Message) => string): Buffer {
  const refusal =
    code === 'HPE_HEADER_OVERFLOW'
      ? new Refusal(431, message('feedAnswer.headers'))
      : code === 'ERR_HTTP_REQUEST_TIMEOUT'
        ? new Refusal(408, message('feedAnswer.slow'))
        : new Refusal(400, message('feedAnswer.malformed'));
  const { status, headers, body } = answerRefusal(refusal, show);
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${String(value)}\r\n`);
  const head = `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}connection: close\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), body]);
}
