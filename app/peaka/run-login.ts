import { loginWindows } from '../connections/grants/login-windows.ts';
import type { HttpClient } from '../http/client.ts';
import type { Platform } from '../platform/platform.ts';
import { RequestError } from '../shared/errors.ts';
import { message } from '../shared/messages/message.ts';
import type { Vault } from '../vault/vault.ts';
import type { PeakaAccounts } from './accounts.ts';
import { queryParametersOf, requireSuccess, ServiceRefusal } from './callback.ts';
import type { PeakaAccess } from './client.ts';
import type { PeakaDirectory } from './directory.ts';
import {
  type CallbackForPeaka,
  confirm,
  createUnfinished,
  type FinishDeps,
  passToPeaka,
  unlessGone,
} from './finish-login.ts';
import { openLoginRoute } from './login-route.ts';
import {
  connectionRequest,
  type LogInRequest,
  loginWays,
  requireConsentUrl,
  requireLoginValues,
  requireRedirect,
} from './login-ways.ts';
import { newLink } from './new-link.ts';
import { type RunningLogin, requireRunning, untilCancelled, watchOf } from './running-login.ts';
import { clientSecretName, type FormValues, saveSecretValues, sortValues } from './values.ts';

export interface RunLoginDeps extends FinishDeps {
  accounts: Pick<PeakaAccounts, 'access'>;
  directory: Pick<PeakaDirectory, 'types'>;
  vault: Pick<Vault, 'write'>;
  http: HttpClient;
  platform: Pick<Platform, 'openAuthorizationWindow' | 'openInSystemBrowser'>;
  loginTimeoutMs(): number;
  /** The progress of a login changed. */
  onChange(): void;
}

/**
 * Runs one login through Peaka. `login` keeps its progress, also what Peaka has of the connection. Rejects with an
 * AppError.
 */
export async function runLogin(request: LogInRequest, login: RunningLogin, deps: RunLoginDeps): Promise<void> {
  const { http, now, onChange } = deps;
  const { linkId, way, window } = request;
  const step = (next: RunningLogin['step']) => {
    login.step = next;
    onChange();
  };
  const access = await untilCancelled(login, deps.accounts.access(request.accountId));
  const values = await untilCancelled(login, checkedValues(request, access, deps));
  await removeUnfinished(linkId, deps);
  requireRunning(login);
  login.isStored = true;
  store(request, values, deps);
  const route = await openLoginRoute(request, {
    http,
    windows: loginWindows(undefined, watchOf(login, onChange), deps),
    peakaCallbackUrl: access.callbackUrl,
    signal: login.controller.signal,
    timeoutMs: deps.loginTimeoutMs(),
    now,
    onStep: step,
    pastedCallback: () => {
      login.waitsForPaste = true;
      onChange();
      return login.pasted.promise;
    },
  });
  try {
    login.ownCallbackUrl = route.ownCallbackUrl;
    requireRunning(login);
    const body = connectionRequest(request, { ...values.plain, ...values.secret }, route);
    const created = await createUnfinished(access, linkId, body, login, deps);
    const consentUrl = requireConsentUrl(created.url);
    // The state is Peaka's, but nobody may see it either.
    http.exchanges?.learn(['state', 'nonce'].map((name) => consentUrl.searchParams.get(name) ?? undefined));
    if (route.registeredUrl !== undefined && !request.evenIfRedirectDiffers)
      requireRedirect(consentUrl, route.registeredUrl);
    // As Peaka sent it: parsing rewrites a URL.
    const url = created.url ?? consentUrl.href;
    if (loginWays[way].returnsFromPeaka) {
      await route.wait(url, (callback) => requireSuccess(callback, created.id));
      step('confirming');
      return await confirm(access, linkId, deps);
    }
    const callback = await route.wait(url, queryParametersOf).then(
      (queryParameters): CallbackForPeaka => ({ queryParameters, refusal: undefined, window }),
      (error: unknown) => afterRefusal(error, login, step),
    );
    step('confirming');
    await passToPeaka(access, linkId, callback, deps);
  } finally {
    route.close();
  }
}

/** Throws RequestError `peaka.values_missing`, `input.invalid`, and errors of the list of types. */
async function checkedValues(request: LogInRequest, access: PeakaAccess, deps: RunLoginDeps): Promise<FormValues> {
  const types = await deps.directory.types(request.accountId);
  const fields = types.find(({ type }) => type === request.type)?.fields ?? [];
  const values = sortValues(fields, request.values);
  requireLoginValues(request, fields, { ...values.plain, ...values.secret }, access.callbackUrl);
  return values;
}

/** Deletes what an earlier login left at Peaka, so that nothing half-made stays there unnoticed. */
async function removeUnfinished(linkId: string, { links, client, accounts }: RunLoginDeps): Promise<void> {
  const link = links.find(linkId);
  if (link === undefined) return;
  if (link.state === 'ready') throw new RequestError('input.invalid', message('peaka.login.finished'));
  if (link.peakaId !== '') {
    const access = await accounts.access(link.accountId);
    await client.remove(access, link.project.id, link.peakaId).catch(unlessGone);
  }
  links.remove(linkId);
}

function store(request: LogInRequest, values: FormValues, { links, vault, now }: RunLoginDeps): void {
  const { linkId, way, clientId, clientSecret, ownCallbackUrl } = request;
  const { usesOwnApp, usesOwnCallback } = loginWays[way];
  const facts = {
    way,
    values: values.plain,
    secretFields: Object.keys(values.secret),
    clientId: usesOwnApp ? clientId : '',
    ownCallbackUrl: usesOwnCallback ? ownCallbackUrl : '',
  };
  // First the link: a secret without one would never be removed.
  links.put(newLink(request, facts, now()));
  if (usesOwnApp) vault.write(linkId, clientSecretName, clientSecret);
  saveSecretValues(vault, linkId, values.secret);
}

/** The service refused. Waits for the user to decide whether Peaka is told. Throws RequestError `peaka.service_refused`. */
async function afterRefusal(
  error: unknown,
  login: RunningLogin,
  step: (next: RunningLogin['step']) => void,
): Promise<CallbackForPeaka> {
  if (!(error instanceof ServiceRefusal)) throw error;
  const { queryParameters, serviceMessage } = error;
  login.refusal = { serviceMessage };
  login.decision = Promise.withResolvers();
  step('service_refused');
  const passesOn = await untilCancelled(login, login.decision.promise);
  login.decision = undefined;
  login.refusal = undefined;
  if (!passesOn) throw new RequestError('peaka.service_refused', message('peaka.login.refused'), { serviceMessage });
  return { queryParameters, refusal: serviceMessage, window: login.window };
}
