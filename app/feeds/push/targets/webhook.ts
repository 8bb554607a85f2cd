import type { SendRows } from '../push-target.ts';
import { pushRequest, targetUrl } from '../request.ts';

/** The rows as the body, with a bearer token (RFC 6750) if there is one. */
export const sendToWebhook: SendRows = async ({ lines, dataAt }, context) => {
  const token = context.value('token');
  await pushRequest(
    {
      method: 'POST',
      url: targetUrl(context.value('url')),
      headers: token === '' ? {} : { authorization: `Bearer ${token}` },
      body: `{"dataAt":${JSON.stringify(new Date(dataAt).toISOString())},"data":[${lines.join(',')}]}`,
    },
    context,
  );
};
