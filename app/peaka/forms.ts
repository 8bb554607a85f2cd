import { withExchangeContext } from '../http/exchanges.ts';
import type { CallRequest } from '../shared/contract/contract.ts';
import { type ErrorReport, RequestError, reportError } from '../shared/errors.ts';
import { message } from '../shared/messages/message.ts';
import type { PeakaField, PeakaValues } from '../shared/peaka/connection-type.ts';
import type { PeakaLinkView } from '../shared/peaka/link.ts';
import { valueSecret } from '../shared/secret-value.ts';
import type { Vault } from '../vault/vault.ts';
import type { PeakaAccounts } from './accounts.ts';
import type { PeakaClient } from './client.ts';
import type { PeakaDirectory } from './directory.ts';
import { isRefused } from './finish-login.ts';
import type { PeakaLinks } from './links.ts';
import { newLink } from './new-link.ts';
import { type FormValues, knownValues, requiredNames, requireValues, saveSecretValues, sortValues } from './values.ts';

/** Types without a login: a form. Errors: RequestError `peaka.*`, `input.invalid`, VaultError, HttpError. */
export interface PeakaForms {
  /** The link stays unfinished if it is unknown whether Peaka made the connection. */
  create(request: CallRequest<'peaka.createFromForm'>): Promise<PeakaLinkView>;
  /** Sends Peaka all known values. Absent ones stay as they are, an empty text removes one. */
  update(request: CallRequest<'peaka.updateForm'>): Promise<PeakaLinkView>;
}

export interface PeakaFormsDeps {
  client: Pick<PeakaClient, 'create' | 'update'>;
  accounts: Pick<PeakaAccounts, 'access'>;
  directory: Pick<PeakaDirectory, 'types'>;
  links: PeakaLinks;
  vault: Pick<Vault, 'read' | 'write' | 'remove'>;
  /** Runs the work on a link in turn: an older value must not overwrite a newer one. */
  alone<Value>(linkId: string, work: () => Promise<Value>): Promise<Value>;
  /** An error as it is stored: no secret that Peaka repeated. */
  storedError(error: ErrorReport): ErrorReport;
  view(linkId: string): PeakaLinkView;
  /** Epoch ms. */
  now(): number;
}

export function createPeakaForms(deps: PeakaFormsDeps): PeakaForms {
  const { client, accounts, directory, links, vault, alone, storedError, view, now } = deps;
  /** Forms that are being sent. A second click must not create a second connection. */
  const creating = new Map<string, Promise<void>>();

  const fieldsOf = async (accountId: string, type: string): Promise<PeakaField[]> =>
    (await directory.types(accountId)).find((each) => each.type === type)?.fields ?? [];

  async function checked(accountId: string, type: string, entered: PeakaValues): Promise<FormValues> {
    const fields = await fieldsOf(accountId, type);
    const values = sortValues(fields, entered);
    requireValues(requiredNames(fields), { ...values.plain, ...values.secret });
    return values;
  }

  async function create(request: CallRequest<'peaka.createFromForm'>): Promise<void> {
    const { linkId, accountId, project, type, name } = request;
    if (links.find(linkId)?.state === 'ready') throw new RequestError('input.invalid', message('peaka.login.finished'));
    const access = await accounts.access(accountId);
    const values = await checked(accountId, type, request.values);
    links.remove(linkId);
    const facts = { way: 'form', values: values.plain, secretFields: Object.keys(values.secret) } as const;
    const link = newLink(request, facts, now());
    const send = async () => {
      saveSecretValues(vault, linkId, values.secret);
      const credential = { ...values.plain, ...values.secret };
      return client.create(access, project.id, { name, type, credential });
    };
    // First the link: a secret without one would never be removed.
    links.put(link);
    const { id } = await send().catch((error: unknown) => {
      if (isRefused(error)) links.remove(linkId);
      else if (links.find(linkId) !== undefined) links.change(linkId, { error: storedError(reportError(error)) });
      throw error;
    });
    const isForgotten = links.find(linkId) === undefined;
    links.put({ ...(links.find(linkId) ?? link), peakaId: id, state: 'ready', updatedAt: now() });
    // The user removed the link meanwhile. What Peaka has stays known.
    if (isForgotten) saveSecretValues(vault, linkId, values.secret);
  }

  async function update({ linkId, name, values: entered }: CallRequest<'peaka.updateForm'>): Promise<void> {
    const link = links.get(linkId);
    const { accountId, type, project, peakaId } = link;
    if (link.way !== 'form') throw new RequestError('input.invalid', message('peaka.form.none'));
    if (peakaId === '') throw new RequestError('peaka.link_unfinished', message('peaka.form.unfinished'));
    const access = await accounts.access(accountId);
    const values = await checked(accountId, type, { ...knownValues(link, vault), ...entered });
    const credential = { ...values.plain, ...values.secret };
    await client.update(access, project.id, peakaId, { name, type, credential });
    const secretFields = Object.keys(values.secret);
    // The user may have removed the link meanwhile: its secrets must not come back.
    links.get(linkId);
    saveSecretValues(vault, linkId, values.secret);
    links.change(linkId, { name, values: values.plain, secretFields, updatedAt: now() });
    for (const field of link.secretFields ?? [])
      if (!secretFields.includes(field)) vault.remove(linkId, valueSecret(field));
  }

  return {
    create: async (request) => {
      const { linkId } = request;
      const sent = creating.get(linkId) ?? withExchangeContext({ kind: 'peaka' }, () => create(request));
      creating.set(linkId, sent);
      await sent.finally(() => creating.delete(linkId));
      return view(linkId);
    },
    update: async (request) => {
      const { linkId } = request;
      await alone(linkId, () => withExchangeContext({ kind: 'peaka' }, () => update(request)));
      return view(linkId);
    },
  };
}
