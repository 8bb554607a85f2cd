import { connectLocal } from '../../local/client.ts';
import { message } from '../../shared/messages/message.ts';
import type { Run } from '../context.ts';

/** Ends the running app, if there is one. */
export const stop: Run = async (context) => {
  const running = await connectLocal(context.dataFolder);
  if (running === undefined)
    return context.isJson ? context.printJson({ pid: null }) : context.tell(message('cli.stop.none'));
  try {
    const { pid } = await running.call('local.hello', {});
    await running.call('local.stop', {});
    if (context.isJson) return await context.printJson({ pid });
    await context.tell(message('cli.stop.done', { pid: String(pid) }));
  } finally {
    running.close();
  }
};
