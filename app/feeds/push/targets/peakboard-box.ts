import type { SendRows } from '../push-target.ts';
import { basic, pushRequest, targetUrl } from '../request.ts';

/** Empties a list of the box and fills it again, in one request: the board never shows an empty list. */
export const sendToPeakboardBox: SendRows = async ({ lines }, context) => {
  const list = JSON.stringify(context.value('list'));
  const instructions = [
    `{"DataSourceName":${list},"OpCode":"Clear"}`,
    ...lines.map((line) => `{"DataSourceName":${list},"OpCode":"Append","Data":${line}}`),
  ];
  await pushRequest(
    {
      method: 'POST',
      url: targetUrl(context.value('url'), 'api', 'runtime', 'data'),
      headers: { authorization: basic(context.value('username'), context.value('password')) },
      body: `{"ListInstructions":[${instructions.join(',')}],"ScalarInstructions":[]}`,
    },
    context,
  );
};
