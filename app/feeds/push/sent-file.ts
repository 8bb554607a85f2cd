import { z } from 'zod';
import { openSettings, type Settings, type SettingsFolder } from '../../settings/settings.ts';
import { message } from '../../shared/messages/message.ts';

const lastSentSchema = z.object({
  /** Of the rows that the target has. */
  etag: z.string().max(100),
  /** Epoch ms, of the last send that succeeded. */
  sentAt: z.number(),
  sentRows: z.number(),
  leftOut: z.number(),
});
/** What a target was sent last. */
export type LastSent = z.infer<typeof lastSentSchema>;

/** `push-sent.json`, keyed by target: a restart does not send again what has not changed. */
export const openSentFile = (where: SettingsFolder): Settings<Readonly<Record<string, LastSent>>> =>
  openSettings<Readonly<Record<string, LastSent>>>({
    ...where,
    name: 'push-sent',
    title: message('files.of.pushSent'),
    version: 1,
    migrations: [(content) => content],
    initial: {},
    readContent: (content) => {
      const entries = Object.entries(z.record(z.string(), z.unknown()).parse(content.sent));
      const sound = entries.flatMap(([id, value]) => {
        const { success, data } = lastSentSchema.safeParse(value);
        return success ? [[id, data] as const] : [];
      });
      return { content: Object.fromEntries(sound), lost: entries.length - sound.length };
    },
    writeContent: (sent) => ({ sent }),
  });
