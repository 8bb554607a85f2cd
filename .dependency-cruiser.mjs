// Which file may import which, types included (docs/decisions/010). `npm run lint` holds it.

/** Down this list: a file imports its own line's folder and the lines below, never those above or its neighbours. */
const app = [
  { entries: 'app/(?!core[.]|open-files[.])[^/]+$' },
  // Above the handlers: they know the slices of it that they name, not the core.
  { core: 'app/(core|open-files)[.]ts' },
  { cli: 'app/cli/' },
  // Looks at everything, and starts none of it.
  { doctor: 'app/doctor/' },
  { serve: 'app/serve/' },
  { handlers: 'app/api/(handlers/|handle-call[.])' },
  { api: 'app/api/(?!handlers/|handle-call[.])' },
  { practice: 'app/practice/' },
  { feeds: 'app/feeds/' },
  { resources: 'app/resources/' },
  { peaka: 'app/peaka/' },
  { connections: 'app/connections/' },
  { oauth: 'app/oauth/', presets: 'app/presets/', console: 'app/console/(?!mask/)' },
  { network: 'app/network/' },
  // Talks with a process that has the data folder.
  { local: 'app/local/' },
  { vault: 'app/vault/', platform: 'app/platform/' },
  { settings: 'app/settings/' },
  { mask: 'app/console/mask/' },
  { http: 'app/http/' },
  { process: 'app/process/' },
  { shared: 'app/shared/' },
];

const renderer = [
  { entry: 'renderer/[^/]+$' },
  { shell: 'renderer/shell/' },
  { palette: 'renderer/palette/' },
  { commands: 'renderer/commands/' },
  {
    help: 'renderer/help/',
    settings: 'renderer/settings/',
    console: 'renderer/console/',
    sidebar: 'renderer/sidebar/',
    welcome: 'renderer/welcome/',
  },
  { resources: 'renderer/resources/', peakaDialogs: 'renderer/peaka/dialogs/' },
  { feeds: 'renderer/feeds/' },
  { connection: 'renderer/connection/' },
  { peaka: 'renderer/peaka/(?!dialogs/)' },
  { presets: 'renderer/presets/', actions: 'renderer/actions/' },
  { preview: 'renderer/preview/' },
  { picker: 'renderer/picker/', secrets: 'renderer/secrets/' },
  { notices: 'renderer/notices/' },
  { errors: 'renderer/errors/' },
  { status: 'renderer/status/', badge: 'renderer/badge/' },
  { common: 'renderer/common/', theme: 'renderer/theme/' },
  { api: 'renderer/api/' },
  { messages: 'renderer/messages/' },
];

/** Each library is known in one place. */
const libraries = {
  electron: 'app/(main|preload)[.]ts|app/platform/electron/',
  'electron-store': 'app/platform/electron/electron-store[.]ts',
  conf: 'app/settings/conf-store[.]ts',
  'playwright-core': 'app/platform/browser/',
  commander: 'app/cli/run[.]ts',
  uqr: 'app/cli/commands/authorize[.]ts',
  'simple-oauth2': 'app/oauth/oauth2-client[.]ts',
  'oauth-1.0a': 'app/oauth/oauth1-signature[.]ts',
  undici: 'app/http/',
  'tough-cookie': 'app/resources/redirect-cookies[.]ts',
  'fast-xml-parser': 'app/resources/preview/formats/xml/xml-to-json[.]ts',
  'write-excel-file': 'app/resources/preview/export/excel-',
  fflate: 'app/resources/preview/export/(excel-package|zip-file)[.]ts',
  'oidc-provider': 'app/practice/service/',
  pg: 'app/feeds/push/targets/postgresql[.]ts',
  fastify: 'app/feeds/server/',
  '@fastify/cors': 'app/feeds/server/',
  '@fastify/rate-limit': 'app/feeds/server/',
  'intl-messageformat': 'app/shared/messages/format[.]ts',
  'temporal-polyfill': 'app/shared/resource/dates/evaluate[.]ts',
  pkijs: 'app/feeds/tls/(issue|truststore)[.]ts',
  asn1js: 'app/feeds/tls/(issue|truststore)[.]ts',
  pino: 'app/serve/log[.]ts',
  '@napi-rs/keyring': 'app/vault/key-store[.]ts',
};

const at = (path) => `^(${path})`;
const rule = (name, from, to) => ({ name, severity: 'error', from, to });

const lines = [...app, ...renderer].flatMap(Object.values);

const downwards = (side, lines) =>
  lines.flatMap((line, index) =>
    Object.entries(line).flatMap(([name, path]) => {
      const besides = Object.values(line).filter((other) => other !== path);
      const others = [...lines.slice(0, index).flatMap(Object.values), ...besides];
      // The first line has nothing above it, and an empty list would mean every file.
      return others.length === 0
        ? []
        : rule(`${side}/${name} imports down`, { path: at(path) }, { path: others.map(at) });
    }),
  );

/** @satisfies {import('dependency-cruiser').IConfiguration} */
const config = {
  forbidden: [
    rule('no circles', {}, { circular: true }),
    rule('every folder has a line', { path: at('app/|renderer/'), pathNot: lines.map(at) }, {}),
    ...downwards('app', app),
    ...downwards('renderer', renderer),
    rule(
      'shared imports zod, what formats messages and the calendar',
      { path: at('app/shared/') },
      {
        pathNot: at('app/shared/|node_modules/(zod|intl-messageformat|temporal-polyfill)/|@schummar/icu-type-parser$'),
      },
    ),
    rule('renderer imports shared alone', { path: at('renderer/') }, { path: at('app/'), pathNot: at('app/shared/') }),
    rule('renderer imports no Node', { path: at('renderer/') }, { dependencyTypes: ['core'] }),
    rule(
      'preload imports the bridge and the contract',
      { path: at('app/preload[.]ts') },
      { pathNot: at('app/platform/bridge[.]ts|app/shared/contract/|node_modules/electron/') },
    ),
    // Row 12. Also by way of the contract: its schemas would be in the preload's bundle.
    rule(
      'preload reaches no schema',
      { path: at('app/preload[.]ts') },
      { path: at('node_modules/zod/'), reachable: true },
    ),
    rule('app imports no renderer', { path: at('app/') }, { path: at('renderer/') }),
    rule(
      'practice service shares no code with what it tests, but texts',
      { path: at('app/practice/service/') },
      { path: at('app/'), pathNot: at('app/practice/(service/|messages[.]ts)|app/process/|app/shared/messages/') },
    ),
    ...Object.entries(libraries).map(([name, path]) =>
      rule(`${name} is known in one place`, { pathNot: at(path) }, { path: at(`node_modules/${name}/`) }),
    ),
  ],
  options: {
    // TypeScript 7 has no API; this parser sees `import type`, too.
    parser: 'swc',
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
    doNotFollow: { path: 'node_modules' },
  },
};

export default config;
