import { platformsHere, startApp } from '../../e2e/app.ts';
import { resourceRow } from '../../e2e/lib/window.ts';
import { connection, resource } from '../../servers/items.ts';
import { benchEnvironment, paintedAt, seededFolder, watchFor } from '../in-app.ts';
import { amountOf, type Measurement, median } from '../measurement.ts';
import { startService } from '../start-service.ts';

const rounds = 5;

interface LoginTimes {
  callbackSent: number;
  tokenAsked: number;
  tokenSent: number;
}

/** Every round is a first login of a newly started app, so that nothing is warm that a person would find cold. */
export async function measure(): Promise<Measurement[]> {
  const measurements: Measurement[] = [];
  for (const platform of platformsHere()) {
    const times: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const service = await startService();
      const client = connection({
        id: 'c',
        name: 'Bench service',
        authorizationUrl: `${service.origin}/authorize`,
        accessTokenUrl: `${service.origin}/token`,
        clientAuthentication: 'body',
      });
      const url = `${service.origin}/data`;
      const measured = resource({ name: 'Bench', url, authorization: { type: 'oauth', connectionId: 'c' } });
      const app = await startApp(platform, {
        dataFolder: await seededFolder([measured], client),
        environment: benchEnvironment,
      });
      const { mainPage } = app;
      await resourceRow(mainPage, 'Bench').click();
      await mainPage.getByRole('button', { name: 'Request New Token' }).click();
      await watchFor(mainPage, 'button', 'Authorized - Update Token');
      await mainPage.getByRole('button', { name: 'Request Token', exact: true }).click();
      const popup = await app.nextPopup();
      const allow = popup.getByRole('link', { name: 'Allow' });
      await allow.waitFor();
      // A person reads before they click: what the opening of the window set going is over by then.
      for (const page of [mainPage, popup, mainPage, popup, mainPage])
        await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
      await mainPage.evaluate(() => window.tokenboard.calls['app.info']({}));
      await allow.click({ noWaitAfter: true }).catch(() => undefined);
      const seen = await paintedAt(mainPage);
      const login = (await service.ask('login')) as LoginTimes; // service.ts sends nothing else for it
      times.push(seen - login.callbackSent - (login.tokenSent - login.tokenAsked));
      await app.close();
      service.stop();
    }
    measurements.push(
      amountOf({
        name: `callback seen → label changed, beyond the token round trip (${platform})`,
        unit: 'ms',
        value: median(times),
        goal: 50,
        how: `from the service's redirect, after a click on its page, to the frame that shows "Authorized - Update Token", less the service's own time for the token; first login of a new start, median of ${rounds}`,
      }),
    );
  }
  return measurements;
}
