import type { Peaka } from '../../peaka/peaka.ts';
import type { AreaHandlers, Opened } from './handlers.ts';

export interface PeakaHandlersDeps {
  peaka: Peaka;
}

export const peakaHandlers = (opened: Opened<PeakaHandlersDeps>): AreaHandlers<'peaka'> => {
  const peaka = async (): Promise<Peaka> => (await opened()).peaka;
  return {
    'peaka.accounts': async () => (await peaka()).accounts.list(),
    'peaka.saveAccount': async ({ peakaAccount, apiKey }) => (await peaka()).accounts.save(peakaAccount, apiKey),
    'peaka.checkAccount': async ({ id }) => (await peaka()).accounts.check(id),
    'peaka.deleteAccount': async ({ id }) => {
      const { accounts, links, forget } = await peaka();
      // First the links: without their account, nobody could remove them.
      for (const link of links.list().filter(({ accountId }) => accountId === id)) await forget(link.id);
      accounts.remove(id);
      return {};
    },
    'peaka.organizations': async ({ id }) => (await peaka()).directory.organizations(id),
    'peaka.workspaces': async ({ id, organizationId }) => (await peaka()).directory.workspaces(id, organizationId),
    'peaka.projects': async ({ id, organizationId, workspaceId }) =>
      (await peaka()).directory.projects(id, organizationId, workspaceId),
    'peaka.types': async ({ id }) => (await peaka()).directory.types(id),
    'peaka.connections': async ({ id, projectId }) => (await peaka()).directory.connections(id, projectId),
    'peaka.connectionDetail': async ({ id, projectId, connectionId }) => ({
      facts: await (await peaka()).directory.detail(id, projectId, connectionId),
    }),
    'peaka.renameConnection': async ({ id, projectId, connectionId, name }) => {
      await (await peaka()).directory.rename(id, projectId, connectionId, name);
      return {};
    },
    'peaka.deleteConnection': async ({ id, projectId, connectionId }) => {
      await (await peaka()).directory.remove(id, projectId, connectionId);
      return {};
    },
    'peaka.links': async () => {
      const { links, view } = await peaka();
      return links.list().map(({ id }) => view(id));
    },
    'peaka.forgetLink': async ({ linkId }) => {
      await (await peaka()).forget(linkId);
      return {};
    },
    'peaka.handOverPlan': async (request) => (await peaka()).handOver.plan(request),
    'peaka.handOver': async (request) => (await peaka()).handOver.handOver(request),
    'peaka.setRenewal': async ({ linkId, renewal }) => (await peaka()).handOver.setRenewal(linkId, renewal),
    'peaka.updateLink': async ({ linkId }) => (await peaka()).handOver.update(linkId),
    'peaka.createFromForm': async (request) => (await peaka()).forms.create(request),
    'peaka.updateForm': async (request) => (await peaka()).forms.update(request),
    'peaka.logIn': async (request) => (await peaka()).logins.logIn(request),
    'peaka.cancelLogin': async ({ linkId }) => {
      (await peaka()).logins.cancel(linkId);
      return {};
    },
    'peaka.showWindow': async ({ linkId }) => {
      (await peaka()).logins.showWindow(linkId);
      return {};
    },
    'peaka.openLoginAgain': async ({ linkId }) => {
      await (await peaka()).logins.openAgain(linkId);
      return {};
    },
    'peaka.pasteCallback': async ({ linkId, url }) => {
      (await peaka()).logins.paste(linkId, url);
      return {};
    },
    'peaka.passOn': async ({ linkId, passOn }) => {
      await (await peaka()).logins.passOn(linkId, passOn);
      return {};
    },
  };
};
