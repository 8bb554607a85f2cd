import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { platformsHere } from '../e2e/platforms-here.ts';
import { platformUnderTest } from './platform/platform-under-test.ts';

/** Tells the site of a print dialog that opens, and at the end that none holds the page up. */
const prints = (scope: string) => `${scope}.onbeforeprint = () => navigator.sendBeacon('/printed');
  ${scope}.print(); ${scope}.document.execCommand('print'); navigator.sendBeacon('/done');`;
/** As a person makes a page print: when the guards are there. Without guards the page waits for ever. */
const guarded = (code: string) => `<script>const ready = setInterval(() => {
  if (String(print).includes('native code')) return;
  clearInterval(ready);
  ${code}
})</script>`;
const addFrame = "const frame = document.createElement('iframe'); document.body.append(frame);";

const ways = {
  'of its own': guarded(prints('self')),
  'in a frame': '<iframe src="/prints"></iframe>',
  'in a frame of another site': '<iframe src="OTHER/prints"></iframe>',
  'in a frame of a frame': '<iframe src="/frames"></iframe>',
  'in a frame of another site in a frame': '<iframe src="/others"></iframe>',
  'in a frame without an address': guarded(`${addFrame} ${prints('frame.contentWindow')}`),
  'in a frame that the page writes': guarded(
    `${addFrame} frame.contentDocument.write('text'); frame.contentDocument.close(); ${prints('frame.contentWindow')}`,
  ),
  'in an empty window': guarded(`const made = open('about:blank'); ${prints('made')}`),
  'in an empty window of the document': guarded(
    `const made = document.open('about:blank', '_blank', ''); ${prints('made')}`,
  ),
  'in a window': guarded("open('/prints')"),
  'in a window without an opener': guarded("open('/prints', '_blank', 'noopener')"),
};

describe.each(platformsHere())('a page that prints in the %s platform', (kind) => {
  const t = platformUnderTest(kind);

  it.each(Object.entries(ways))(
    'opens no dialog %s, as the app can crash when a window goes while one opens [47]',
    async (_name, html) => {
      const { responses, hits, origin } = t.site;
      const other = origin.replace('127.0.0.1', 'localhost');
      responses['/prints'] = `<title>Prints</title><body>${guarded(prints('self'))}`;
      responses['/frames'] = '<iframe src="/prints"></iframe>';
      responses['/others'] = `<iframe src="${other}/prints"></iframe>`;
      hits.splice(0);
      const opened = await t.login(`<title>Login</title><body>${html.replace('OTHER', other)}`);
      await expect.poll(() => hits).toContain('POST /done');
      expect(hits).not.toContain('POST /printed');
      await t.cancel(opened);
    },
  );

  // The guards of Electron come just after the document (docs/decisions/013), so that a dialog may open here.
  const inItsFirstScript = {
    'of its own': '<script>print()</script>',
    'in an empty frame': "<iframe></iframe><script>frames[0].print(); navigator.sendBeacon('/done')</script>",
    'in a frame of another site': '<iframe src="OTHER/prints-first"></iframe>',
    'in a window': '<script>open("/prints-first")</script>',
  };
  it.each(Object.entries(inItsFirstScript))(
    'does not end the app when it prints in its first script %s, and its window goes while the dialog opens [47]',
    async (_name, html) => {
      const { responses, hits, origin } = t.site;
      const other = origin.replace('127.0.0.1', 'localhost');
      responses['/prints-first'] = "<script>navigator.sendBeacon('/begun'); print()</script>";
      for (const delay of [0, 30, 60, 90, 110, 130, 200]) {
        hits.splice(0);
        const opened = await t.login(
          `<script>navigator.sendBeacon('/begun')</script><body>${html.replace('OTHER', other)}`,
        );
        await expect.poll(() => hits).toContain('POST /begun');
        // Where in its opening the dialog is depends on the machine: a delay each, and none that must do.
        await wait(delay);
        await t.cancel(opened);
      }
      await expect.poll(() => t.platform.windows(), { timeout: 30_000 }).toBe(0);
      await t.cancel(await t.login('<title>Next</title>'));
    },
  );
});
