import type { Copy } from '../../../app/resources/copy-as/copied-request.ts';
import { createMarks } from '../../../app/resources/copy-as/marks.ts';
import { writers } from '../../../app/resources/copy-as/targets.ts';
import type { ResourceView } from '../../../app/shared/contract/contract.ts';
import { message } from '../../../app/shared/messages/message.ts';
import type { Handlers } from './fake-bridge.ts';

/** Copies of requests, played: every resource has a token. */
export const copyAsHandlers = (find: (id: string) => ResourceView): Pick<Handlers, 'copyAs.request'> => ({
  'copyAs.request': ({ id, target, withToken }) => {
    const { resource } = find(id);
    const variable = { name: 'TOKENBOARD_TOKEN', what: message('copyAs.variable.bearer') };
    const token = withToken ? 'the-real-token' : { variable: variable.name };
    const copy: Copy = {
      request: {
        method: resource.method,
        url: [resource.url],
        headers: [
          ['Accept', ['application/json']],
          ['Authorization', ['Bearer ', token]],
        ],
        ...(resource.method === 'POST' ? { body: [resource.body.text] } : {}),
      },
      resource,
      connection: undefined,
      token: [token],
      marks: createMarks(),
    };
    const written = writers[target](copy);
    const facts = { variables: withToken ? [] : [variable], hasSecrets: true, notes: [] };
    return typeof written === 'string'
      ? { kind: 'text', text: written, ...facts }
      : { kind: 'fields', fields: written, ...facts };
  },
});
