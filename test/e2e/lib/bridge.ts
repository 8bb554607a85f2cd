// What the page itself may ask: to look behind the scenes, never instead of a click.
import type { Page } from 'playwright';
import type { CallName, CallRequest, CallResponse, CallResult } from '../../../app/shared/contract/contract.ts';

export function responseOf<Name extends CallName>(
  page: Page,
  name: Name,
  request: CallRequest<Name>,
): Promise<CallResult<CallResponse<Name>>> {
  return page.evaluate(
    // A union of functions cannot be called with a union of arguments; the signature above holds the pair together.
    ([call, argument]) => Reflect.apply(window.tokenboard.calls[call], undefined, [argument]),
    [name, request] as const,
  ) as Promise<CallResult<CallResponse<Name>>>;
}

export async function ask<Name extends CallName>(
  page: Page,
  name: Name,
  request: CallRequest<Name>,
): Promise<CallResponse<Name>> {
  const response = await responseOf(page, name, request);
  if (!response.ok) throw new Error(`${name}: ${response.error.code}`);
  return response.value;
}

export async function connectionNamed(page: Page, name: string) {
  const found = (await ask(page, 'connections.list', {})).find((view) => view.connection.name === name);
  if (found === undefined) throw new Error(`there is no connection ${name}`);
  return found;
}

export async function resourceNamed(page: Page, name: string) {
  const found = (await ask(page, 'resources.list', {})).find((view) => view.resource.name === name);
  if (found === undefined) throw new Error(`there is no resource ${name}`);
  return found;
}

/** The access token in use: an explicit reveal, as the contract has it. */
export async function accessTokenOf(page: Page, connection: string): Promise<string> {
  const { connection: found } = await connectionNamed(page, connection);
  return (await ask(page, 'secrets.reveal', { owner: found.id, name: 'accessToken' })).value;
}
