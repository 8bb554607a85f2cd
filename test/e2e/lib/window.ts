// The main window as a person uses it: everything is found by its role and its words.
import type { Locator, Page } from 'playwright';

/** The text of an element as it is seen. */
export const visibleText = async (element: Locator): Promise<string> => {
  await element.waitFor();
  return ((await element.allInnerTexts())[0] ?? '').trim();
};

export type AuthorizationType = 'None' | 'Basic' | 'Bearer token' | 'OAuth';

export const sidebar = (page: Page): Locator => page.getByRole('navigation', { name: 'Resources and connections' });
export const requestPane = (page: Page): Locator => page.getByRole('region', { name: 'Request' });
export const previewPane = (page: Page): Locator => page.getByRole('region', { name: 'Preview' });
export const urlField = (page: Page): Locator => page.getByRole('textbox', { name: 'URL', exact: true });
export const nameField = (page: Page): Locator => requestPane(page).getByRole('textbox', { name: 'Name', exact: true });

const list = (page: Page, name: 'Resources' | 'Connections'): Locator => sidebar(page).getByRole('list', { name });

/** The row of a resource or connection in the sidebar. Its title is its whole name; a connection's account may follow. */
const row = (page: Page, kind: 'Resources' | 'Connections', name: string): Locator =>
  list(page, kind)
    .getByRole('button')
    .and(page.getByTitle(new RegExp(`^${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}( · .*)?$`)));

export const resourceRow = (page: Page, name: string): Locator => row(page, 'Resources', name);
export const connectionRow = (page: Page, name: string): Locator => row(page, 'Connections', name);

/** The names in the sidebar, from top to bottom. Read at once: rows come and go while one types. */
export async function namesIn(page: Page, kind: 'Resources' | 'Connections'): Promise<string[]> {
  const rows = await list(page, kind)
    .getByRole('listitem')
    .evaluateAll((items) =>
      items.map((item) => ({
        place: Number(item.getAttribute('aria-posinset')),
        name: item.querySelector('button')?.title ?? '',
      })),
    );
  return rows.sort((a, b) => a.place - b.place).map(({ name }) => name.replace(/ · .*$/, ''));
}

/** What the state of a row says: `authorized`, `needs login` … */
export const stateOf = (found: Locator): Promise<string | null> => found.getByRole('img').last().textContent();

/** Chooses in the ⋯ of a row of the sidebar. */
export async function chooseInRowMenu(page: Page, name: string, item: string): Promise<void> {
  await sidebar(page)
    .getByRole('button', { name: `More for ${name}`, exact: true })
    .click();
  await page.getByRole('menuitem', { name: item, exact: true }).click();
}

/** Chooses in the ⋯ beside the connection of the resource that is shown. */
export async function chooseInConnectionMenu(page: Page, connection: string, item: string): Promise<void> {
  await requestPane(page)
    .getByRole('button', { name: `More for the connection ${connection}`, exact: true })
    .click();
  await page.getByRole('menuitem', { name: item, exact: true }).click();
}

export interface NewResource {
  name: string;
  url: string;
  authorization?: AuthorizationType;
  format?: 'JSON' | 'XML' | 'CSV';
}

/** A new resource by the + of the sidebar; resolves when it is saved. */
export async function newResource(page: Page, { name, url, authorization, format }: NewResource): Promise<void> {
  await sidebar(page).getByRole('button', { name: 'New resource' }).click();
  // The page of the resource that was shown before has the same fields.
  await resourceRow(page, 'New resource').and(page.locator('[aria-current=page]')).waitFor();
  await urlField(page).fill(url);
  await nameField(page).fill(name);
  if (format !== undefined) await choose(page, 'Format', format);
  if (authorization !== undefined) await choose(page, 'Authorization', authorization);
  await resourceRow(page, name).waitFor();
}

/** One of a row of choices (a segmented control). */
export async function choose(scope: Page | Locator, label: string, value: string): Promise<void> {
  await scope.getByRole('radiogroup', { name: label, exact: true }).getByText(value, { exact: true }).click();
}

export async function openResource(page: Page, name: string): Promise<void> {
  await resourceRow(page, name).click();
  await page
    .getByRole('button', { name: `More for ${name}`, exact: true })
    .last()
    .waitFor();
}

export async function openConnection(page: Page, name: string): Promise<void> {
  await connectionRow(page, name).click();
  await page.getByRole('heading', { name, level: 1, exact: true }).waitFor();
}

/** `Request New Token` or `Authorized - Update Token`, or what they are called without a login, whichever is there. */
export const requestButton = (page: Page): Locator =>
  page
    .getByRole('main')
    .getByRole('button', { name: /^(Request New Token|Enter Token|Set Up Signing|Authorized - (Update Token|Edit))$/ })
    .first();
export const authorizedButton = (page: Page): Locator =>
  page.getByRole('main').getByRole('button', { name: 'Authorized - Update Token', exact: true });

/** `Expires in 10 min, renews by itself` */
export async function tokenLine(page: Page): Promise<string> {
  const line = page.getByText(/^(Expires |Expired|The service gave no expiry time)/).first();
  await line.waitFor();
  return visibleText(line);
}

/** Presses Run; resolves when the response, or what went wrong, is shown. */
export async function run(page: Page): Promise<void> {
  const runButton = requestPane(page).getByRole('button', { name: 'Run', exact: true });
  // An edit is saved before a run, and until then the button stays as it is: nothing would tell that the run began.
  await requestPane(page).getByText('Saving…', { exact: true }).waitFor({ state: 'detached' });
  await runButton.click();
  await runButton.waitFor();
}

export interface ShownTable {
  head: string[];
  /** The rows in view. */
  rows: string[][];
  /** `200 OK · 84 ms · 12 KB · 1,204 rows` */
  facts: string;
}

/** The table in the preview, once its rows are there. */
export async function readTable(page: Page): Promise<ShownTable> {
  const grid = previewPane(page).getByRole('grid');
  // A cell that has not come yet has no kind.
  await grid.locator('[role=gridcell][data-kind]').first().waitFor();
  const cells = async (found: Locator, role: 'columnheader' | 'gridcell') =>
    (await found.getByRole(role).allInnerTexts()).map((text) => text.trim());
  const [headRow, ...rest] = await grid.getByRole('row').all();
  if (headRow === undefined) throw new Error('the table has no head');
  const head = (await cells(headRow, 'columnheader')).slice(1);
  const rows = await Promise.all(rest.slice(0, 5).map((found) => cells(found, 'gridcell')));
  return { head, rows, facts: await factsLine(page) };
}

/** `200 OK · 84 ms · 12 KB · 1,204 rows`, as it is read. */
export async function factsLine(page: Page): Promise<string> {
  const facts = previewPane(page)
    .getByText(/^\d{3}( |$)/)
    .first();
  await facts.waitFor();
  return (await visibleText(facts.locator('xpath=ancestor-or-self::p'))).replace(/\s+/g, ' ').trim();
}

export interface ShownError {
  title: string;
  /** The words of the service; `undefined`: none are shown. */
  serviceMessage: string | undefined;
  text: string;
  buttons: string[];
}

/** The panel of an error, once it is there: what the service said, what it means, what to do. */
export async function readError(scope: Locator): Promise<ShownError> {
  const panel = scope
    .getByRole('alert')
    .filter({ has: scope.page().getByRole('heading') })
    .first();
  await panel.waitFor();
  // Beside data that is still good it is one line at first.
  const details = panel.getByRole('button', { name: 'Details', exact: true });
  if ((await details.count()) > 0) await details.click();
  const serviceMessage = panel.locator('q');
  return {
    title: await visibleText(panel.getByRole('heading')),
    serviceMessage: (await serviceMessage.count()) > 0 ? await visibleText(serviceMessage) : undefined,
    text: await visibleText(panel),
    buttons: await panel.getByRole('button').allInnerTexts(),
  };
}

/** The short messages at the edge of the window. */
export const toast = (page: Page, text: string | RegExp): Locator => page.getByRole('alert').filter({ hasText: text });

/** What a paste brings, as a text field shows it: its line ends are LF. */
export async function pasted(page: Page): Promise<string> {
  const field = await page.evaluateHandle(() => {
    const added = document.body.appendChild(document.createElement('textarea'));
    added.focus();
    return added;
  });
  await page.keyboard.press('Control+v');
  return field.evaluate((element) => {
    element.remove();
    return element.value;
  });
}
