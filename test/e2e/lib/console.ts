// The console panel, as a person reads it.
import type { Locator, Page } from 'playwright';
import { visibleText } from './window.ts';

export const consolePanel = (page: Page): Locator => page.getByRole('region', { name: 'Console', exact: true });
export const exchangeRows = (page: Page, kind: string, result: string): Locator =>
  consolePanel(page)
    .getByRole('row')
    .filter({ has: page.getByRole('gridcell', { name: kind, exact: true }) })
    .filter({ has: page.getByRole('gridcell', { name: new RegExp(`(^|\\s)${result}$`) }) });
const exchangeDetail = (page: Page): Locator =>
  page.getByRole('complementary', { name: 'The request in full', exact: true });

export async function openConsole(page: Page): Promise<void> {
  await page.keyboard.press('Control+J');
  await consolePanel(page).getByRole('grid').waitFor();
}

/** Opens a row; resolves when its request is there in full. */
export async function openExchange(page: Page, row: Locator): Promise<void> {
  await row.click();
  await exchangeDetail(page).and(page.locator('[aria-busy=false]')).waitFor();
}

/** Both sides of the request that is open, as they are read. */
export async function readExchange(page: Page): Promise<{ request: string; response: string }> {
  const side = async (name: 'Request' | 'Response'): Promise<string> => {
    await exchangeDetail(page).getByRole('tab', { name, exact: true }).click();
    return visibleText(exchangeDetail(page).getByRole('tabpanel', { name, exact: true }));
  };
  return { request: await side('Request'), response: await side('Response') };
}

/** "Copy as cURL", and what the clipboard then holds: pasted, as a person would. */
export async function copyAsCurl(page: Page): Promise<string> {
  // The word stands there for a moment only.
  const copied = exchangeDetail(page).getByRole('button', { name: 'Copied' }).waitFor();
  await Promise.all([copied, exchangeDetail(page).getByRole('button', { name: 'Copy as cURL' }).click()]);
  const filter = consolePanel(page).getByRole('textbox', { name: 'Filter requests' });
  await filter.click();
  await filter.press('Control+V');
  const text = await filter.inputValue();
  await filter.fill('');
  return text;
}
