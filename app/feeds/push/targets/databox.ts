import type { SendRows } from '../push-target.ts';
import { pushRequest, targetUrl } from '../request.ts';

/** A request takes no more. */
const batch = 100;

/**
 * Sends the rows to a dataset in batches. A dataset with primary keys replaces rows by them; one without keeps the former
 * rows too, which suits events.
 */
export const sendToDatabox: SendRows = async ({ lines }, context) => {
  const url = targetUrl(context.value('url'), 'v1', 'datasets', context.value('dataset'), 'data');
  const headers = { 'x-api-key': context.value('apiKey') };
  for (let start = 0; start < lines.length; start += batch) {
    const records = lines.slice(start, start + batch).join(',');
    await pushRequest({ method: 'POST', url, headers, body: `{"records":[${records}]}` }, context);
  }
};
