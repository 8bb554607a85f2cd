import type { SendRows } from '../push-target.ts';
import { pushRequest, targetUrl } from '../request.ts';

/** The rows as the merge variable `rows`. */
export const sendToTrmnl: SendRows = async ({ lines, dataAt }, context) => {
  const time = JSON.stringify(new Date(dataAt).toISOString());
  await pushRequest(
    {
      method: 'POST',
      url: targetUrl(context.value('webhookUrl')),
      body: `{"merge_variables":{"data_at":${time},"rows":[${lines.join(',')}]}}`,
    },
    context,
  );
};
