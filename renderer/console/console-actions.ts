import { call } from '../api/client.ts';
import { text } from '../messages/text.ts';
import { toast, toastError } from '../notices/toast.tsx';
import { reloadExchanges } from './use-exchanges.ts';

/** No confirmation: the console's requests are kept only for viewing. */
export async function clearConsole(): Promise<void> {
  try {
    await call('console.clear', {});
    reloadExchanges();
  } catch (error) {
    toastError(error);
  }
}

/** The diagnostic bundle, to a file that the user picks. */
export async function exportBundle(): Promise<void> {
  try {
    const { path } = await call('console.exportBundle', {});
    if (path !== null) toast(text('console.export.saved', { path }));
  } catch (error) {
    toastError(error);
  }
}
