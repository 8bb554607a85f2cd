import { jsonQuoted, risonQuoted, sqlQuoted } from './quote.ts';
import {
  addressOf,
  addressWithKey,
  anyUser,
  authorityFile,
  basicFields,
  bearer,
  keyOf,
  odataAddressOf,
  type Recipe,
  type RecipeTarget,
} from './recipe.ts';
import { recipeMessage as message } from './recipe-message.ts';

/** Peakboard asks every two seconds at most. */
const reloadSeconds = ({ feed }: RecipeTarget): string => String(Math.max(2, feed.freshSeconds));

/** Where the rows are in the JSON. */
const jsonPath = ({ feed }: RecipeTarget): string => (feed.root === 'wrapped' ? '$.data[*]' : '$[*]');

/**
 * For `provisioning/datasources/` (Infinity: pkg/models/settings.go). Grafana puts the text of the file into `$__file{…}`
 * (grafana/pkg/services/provisioning/values, pkg/setting/expanders.go). Without the check of its own, Infinity's
 * "Save & test" says OK to any key.
 */
const grafanaSource = (target: RecipeTarget): string =>
  [
    'apiVersion: 1',
    'datasources:',
    `  - name: ${jsonQuoted(`Tokenboard ${target.feed.name}`)}`,
    '    type: yesoreyeram-infinity-datasource',
    '    jsonData:',
    '      auth_method: bearerToken',
    '      customHealthCheckEnabled: true',
    `      customHealthCheckUrl: ${jsonQuoted(addressOf(target))}`,
    '      allowedHosts:',
    `        - ${jsonQuoted(target.origin)}`,
    ...(target.encryption === 'own' ? ['      tlsAuthWithCACert: true'] : []),
    '    secureJsonData:',
    `      bearerToken: ${jsonQuoted(keyOf(target))}`,
    ...(target.encryption === 'own'
      ? [`      tlsCACert: ${jsonQuoted(`$__file{/etc/grafana/${authorityFile}}`)}`]
      : []),
  ].join('\n');

/**
 * shillelagh takes headers out of this parameter and sends the rest (shillelagh/adapters/api/generic_json.py). What follows
 * `#` is a JSONPath, which is not sent.
 */
const shillelaghTable = (target: RecipeTarget): string => {
  const headers = `(Authorization:${risonQuoted(bearer(target))})`;
  return sqlQuoted(`${addressOf(target)}?_s_headers=${encodeURIComponent(headers)}#${jsonPath(target)}`);
};

const grafanaQuery = (target: RecipeTarget): string =>
  [
    'refId: A',
    'datasource:',
    '  type: yesoreyeram-infinity-datasource',
    'type: json',
    'source: url',
    'parser: backend',
    'format: table',
    `url: ${jsonQuoted(addressOf(target))}`,
    'url_options:',
    '  method: GET',
    `root_selector: ${jsonQuoted(target.feed.root === 'wrapped' ? 'data' : '')}`,
    'columns: []',
  ].join('\n');

export const dashboards = {
  peakboard: {
    name: 'Peakboard',
    needs: ['elsewhere', 'trust'],
    limits: message('recipes.peakboard.limits'),
    parts: (target) => [
      {
        kind: 'fields',
        title: message('recipes.part.peakboard'),
        fields: [
          { label: 'Data source', value: 'JSON' },
          { label: 'URL', value: addressOf(target) },
          { label: 'Authentication type', value: 'Bearer' },
          { label: 'Token', value: keyOf(target) },
          { label: 'Path', value: target.feed.root === 'wrapped' ? 'data' : '' },
          { label: 'Reload interval', value: reloadSeconds(target) },
        ],
      },
      {
        kind: 'fields',
        title: message('recipes.part.peakboardOData'),
        fields: [
          { label: 'Data source', value: 'OData' },
          { label: 'URL', value: odataAddressOf(target) },
          { label: 'Authentication type', value: 'Basic' },
          ...basicFields(target, 'User name', 'Password'),
          { label: 'Entity set', value: target.feed.name },
          { label: 'Reload interval', value: reloadSeconds(target) },
        ],
      },
    ],
  },
  grafana: {
    name: 'Grafana',
    needs: ['elsewhere', 'trust'],
    limits: message('recipes.grafana.limits'),
    parts: (target) => [
      { kind: 'text', title: message('recipes.part.grafanaSource'), text: grafanaSource(target) },
      { kind: 'text', title: message('recipes.part.grafanaQuery'), text: grafanaQuery(target) },
    ],
  },
  tableau: {
    name: 'Tableau',
    needs: ['trust'],
    limits: message('recipes.tableau.limits'),
    parts: (target) => [
      {
        kind: 'fields',
        title: message('recipes.part.tableau'),
        fields: [
          { label: 'URL', value: addressOf(target) },
          { label: 'Authentication', value: 'Basic' },
          { label: 'Username', value: anyUser },
          { label: 'Password', value: keyOf(target) },
        ],
      },
    ],
  },
  qlik: {
    name: 'Qlik',
    needs: ['elsewhere', 'trust'],
    limits: message('recipes.qlik.limits'),
    parts: (target) => [
      {
        kind: 'fields',
        title: message('recipes.part.qlik'),
        fields: [
          { label: 'URL', value: addressOf(target) },
          { label: 'Method', value: 'GET' },
          { label: 'Query headers: Name', value: 'Authorization' },
          { label: 'Query headers: Value', value: bearer(target) },
        ],
      },
    ],
  },
  superset: {
    name: 'Superset',
    needs: ['elsewhere', 'trust'],
    limits: message('recipes.superset.limits'),
    parts: (target) => [
      {
        kind: 'fields',
        title: message('recipes.part.supersetDatabase'),
        fields: [{ label: 'SQLAlchemy URI', value: 'shillelagh://' }],
      },
      {
        kind: 'text',
        title: message('recipes.part.supersetDataset'),
        text: `SELECT * FROM ${shillelaghTable(target)}`,
      },
    ],
  },
  xibo: {
    name: 'Xibo',
    needs: ['elsewhere', 'wrapped', 'trust'],
    limits: message('recipes.xibo.limits'),
    parts: (target) => [
      {
        kind: 'fields',
        title: message('recipes.part.xibo'),
        fields: [
          { label: 'Remote: Method', value: 'GET' },
          { label: 'Remote: URI', value: addressOf(target) },
          { label: 'Authentication: Authentication', value: 'Bearer' },
          { label: 'Authentication: Password', value: keyOf(target) },
          { label: 'Data: Source', value: 'JSON' },
          { label: 'Data: Data root', value: 'data' },
        ],
      },
    ],
  },
  kiosk: {
    name: 'Kiosk',
    needs: ['elsewhere', 'keyInUrl', 'trust'],
    limits: message('recipes.kiosk.limits'),
    parts: (target) => [{ kind: 'text', title: message('recipes.part.page'), text: addressWithKey(target, 'html') }],
  },
} satisfies Record<string, Recipe>;
