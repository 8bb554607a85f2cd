/** How tools read a feed. Loaded later than the texts of `index.ts`. Names of fields and menus are the tool's own. */
export const recipes = {
  'recipes.part.terminal': 'In a terminal (bash, zsh, Git Bash)',
  'recipes.part.program': 'The program',
  'recipes.part.requests': 'With requests',
  'recipes.part.pandas': 'With pandas',
  'recipes.part.powerQuery': 'Get Data, Blank Query, Advanced Editor',
  'recipes.part.basic': 'When it asks for credentials, choose Basic',
  'recipes.part.webApi': 'Or with a key in the URL',
  'recipes.part.webApiKey': 'When it asks for credentials, choose Web API',
  'recipes.part.odata': 'Or by Get Data, OData Feed, which lets the server filter and sort',
  'recipes.part.peakboard': 'A data source in Peakboard Designer',
  'recipes.part.peakboardOData': 'Or as OData, with filters of its own',
  'recipes.part.grafanaSource': 'The data source: a file in provisioning/datasources',
  'recipes.part.grafanaQuery': 'The query of a panel',
  'recipes.part.tableau': 'The REST API connector (2023.3 or newer)',
  'recipes.part.qlik': 'The REST connector',
  'recipes.part.supersetDatabase': 'A database with the driver shillelagh',
  'recipes.part.supersetDataset': 'In SQL Lab, to save as a dataset',
  'recipes.part.xibo': 'A remote DataSet',
  'recipes.part.page': 'The page to open',
  'recipes.part.homeAssistant': 'In configuration.yaml',
  'recipes.part.nodeRed': 'The flow, for Import',
  'recipes.part.magicMirror': 'node_helper.js of a module of yours',

  'recipes.need.elsewhere':
    'It usually runs on another computer, which cannot reach this feed: only this computer can.',
  'recipes.need.keyInUrl': 'It sends nothing but a URL, and this feed does not accept its key there.',
  'recipes.need.wrapped': 'It reads an object, but the JSON of this feed begins with the list of rows.',
  'recipes.need.trust': 'It must trust the authority of Tokenboard: export it in the settings of feeds.',

  'recipes.peakboard.limits':
    'A box is another computer: the server must be on the network. Column names need letters, digits and underscores only.',
  'recipes.grafana.limits':
    'Needs the Infinity plugin. Times arrive as text until the query gives their column the type Time. Grafana Cloud reaches a local network only through Private Data Source Connect.',
  'recipes.powerBi.limits':
    'The Power BI service reaches a local network only through a gateway, with Basic. Shared capacity refreshes 8 times a day.',
  'recipes.excel.limits': 'Refreshes every whole minute at most, while the workbook is open.',
  'recipes.tableau.limits': 'Reads extracts only, refreshed by a schedule: there is no live connection.',
  'recipes.qlik.limits':
    'Qlik Cloud reaches a local network only through Direct Access gateway, whose allow list must name the address.',
  'recipes.superset.limits':
    'The key is in the query: every user of the dataset can see it. Rows are up to 3 minutes older, or as old as its cache timeout.',
  'recipes.homeAssistant.limits':
    'A state has at most 255 characters, so it is the number of rows; the rows are its attribute. Longer lists slow its history down.',
  'recipes.nodeRed.limits':
    'An exported flow contains the key. The payload is the list of rows, or an object with “data”.',
  'recipes.magicMirror.limits':
    'Each module shows one kind of data, so you write how these rows look. The key stays in Node and never reaches the page.',
  'recipes.xibo.limits':
    'Reads an object with the rows under a data root, hourly or less often, or each time its own task runs.',
  'recipes.kiosk.limits':
    'The page shows a table, not a dashboard. Whoever sees the address can read the feed: use a key of its own, which you can revoke.',
  'recipes.googleSheets.limits':
    'Google’s servers cannot reach this computer or your network, and IMPORTDATA sends no key. Export a file, or push the rows to a service that Sheets reads.',
  'recipes.lookerStudio.limits':
    'Google’s servers cannot reach this computer or your network. Push the rows to a database that Looker Studio reads.',
  'recipes.curl.limits':
    'The key is in the history of the shell. Other users of this computer may see it while curl runs.',
  'recipes.python.limits': 'Neither keeps rows: ask again for newer ones, and send the ETag to save the transfer.',
  'recipes.javascript.limits':
    'For Node 18 or newer. In a page, the feed must allow its website, and everyone who opens the page can read the key.',
  'recipes.powershell.limits': 'It trusts the certificates of Windows or of the system: there is no option for a file.',
} as const;
