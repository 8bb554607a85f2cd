import { respond } from '../responses.ts';
import type { Endpoint } from './endpoint.ts';
import { formats } from './formats.ts';
import { germanEndpoints } from './german.ts';
import { graphqlEndpoint } from './graphql.ts';
import { largestRows, sendLarge } from './large.ts';
import { pagedEndpoints } from './pages.ts';
import { upTo } from './parameters.ts';
import { sendReadings } from './readings.ts';
import { sensorsXml } from './sensors.ts';
import { ledgerText } from './values.ts';

const mostSensors = 1000;
const noStore = { 'Cache-Control': 'no-store' };

/** By what follows `/api/`. */
export const endpoints: Readonly<Record<string, Endpoint>> = {
  ...pagedEndpoints,
  ...germanEndpoints,
  graphql: graphqlEndpoint,
  large: {
    scope: 'sales:read',
    send: ({ response, url }) => sendLarge(response, upTo(url.searchParams.get('rows'), 1000, largestRows)),
  },
  readings: { scope: 'inventory:read', send: ({ response, url }) => sendReadings(response, url) },
  ledger: {
    scope: 'sales:read',
    send: ({ response }) =>
      respond(response, 200, { ...noStore, 'Content-Type': formats.json.contentType }, ledgerText()),
  },
  'sensors.xml': {
    scope: 'inventory:read',
    send: ({ response, url }) => {
      const count = upTo(url.searchParams.get('count'), 12, mostSensors);
      respond(response, 200, { ...noStore, 'Content-Type': formats.xml.contentType }, sensorsXml(count));
    },
  },
};
