import type { Tokens } from '../../connections/tokens.ts';
import type { Connection } from '../../shared/connection/connection.ts';
import { protocolOf } from '../../shared/connection/grants/definitions.ts';
import type { Copied, CopyTarget } from '../../shared/copy-as.ts';
import { type Message, message } from '../../shared/messages/message.ts';
import type { Resource } from '../../shared/resource/resource.ts';
import { carriesSecret } from '../../shared/resource/validate.ts';
import type { FetchDeps } from '../fetch.ts';
import { connectionOf, usesPractice } from '../request-needs.ts';
import type { ResourceStore } from '../store.ts';
import { copiedRequest } from './copied-request.ts';
import { writers } from './targets.ts';

export interface CopyAsDeps {
  fetch: Pick<FetchDeps, 'connections' | 'authorizer' | 'vault' | 'practice'>;
  resources: Pick<ResourceStore, 'get'>;
  tokens: Pick<Tokens, 'usableToken' | 'peek'>;
}

/**
 * A resource's request, written for another program. Without `withToken`, no secret is read. Rejects with an AppError:
 * those of `copiedRequest`, and with the token those of `Tokens.usableToken`.
 */
export async function copyAs(
  { id, target, withToken }: { id: string; target: CopyTarget; withToken: boolean },
  { fetch, resources, tokens }: CopyAsDeps,
): Promise<Copied> {
  const resource = resources.get(id);
  const connection = connectionOf(resource, fetch.connections);
  if (connection && protocolOf(connection).signsRequests)
    return { kind: 'refused', message: message('copyAs.signed', { name: connection.name }) };
  const tokenSet = connection && (withToken ? await tokens.usableToken(connection.id) : tokens.peek(connection.id));
  const practiceOrigin = usesPractice(resource, connection) ? await fetch.practice.ensure() : undefined;
  const { vault, authorizer } = fetch;
  const copy = copiedRequest({ resource, connection, tokenSet, practiceOrigin, vault, authorizer }, withToken);
  const written = writers[target](copy);
  const facts = {
    variables: copy.marks.found,
    hasSecrets: hasSecrets(resource, connection),
    notes: notesOf(target, resource, connection),
  };
  return typeof written === 'string'
    ? { kind: 'text', text: written, ...facts }
    : { kind: 'fields', fields: written, ...facts };
}

const hasSecrets = (resource: Resource, connection: Connection | undefined): boolean =>
  carriesSecret(resource) || (connection !== undefined && connection.secretValues.length > 0);

function notesOf(target: CopyTarget, { method }: Resource, connection: Connection | undefined): Message[] {
  switch (target) {
    case 'curl':
      return [message('copyAs.note.curl')];
    case 'javascript':
      return [message('copyAs.note.javascript')];
    case 'powerQuery':
      return [message('copyAs.note.powerQuery')];
    case 'peakboard':
      return [
        ...(connection === undefined ? [] : [message('copyAs.note.peakboardLogin')]),
        ...(method === 'GET' ? [] : [message('copyAs.note.peakboardPost')]),
      ];
    case 'powershell':
    case 'python':
    case 'go':
      return [];
  }
}
