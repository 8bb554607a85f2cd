import type { PushFieldId, PushKind } from '../../../app/shared/push/push.ts';

/** Each tool that rows are sent to: what it is, what it cannot do, and its fields. */
export const pushTools = {
  'target.webhook.what': 'Any server that takes a POST with JSON.',
  'target.webhook.limits':
    'It gets one object: the time as “dataAt”, the rows as “data”. Other forms cannot be chosen.',
  'target.webhook.url': 'URL',
  'target.webhook.url.hint': 'Where the rows are posted.',
  'target.webhook.token': 'Bearer token',
  'target.webhook.token.hint': 'Sent in the header Authorization. Leave it empty if the server needs none.',

  'target.peakboard_box.what': 'A list of a Peakboard Box in your network.',
  'target.peakboard_box.limits':
    'The list needs these columns and “Can Push Data via API”. Boxes from 4.1.2 may ask for a newer login.',
  'target.peakboard_box.url': 'Address of the box',
  'target.peakboard_box.url.hint': 'With https and port 40405, or http and 40404.',
  'target.peakboard_box.username': 'User name',
  'target.peakboard_box.username.hint': 'A user of the box with the right “Push Data”.',
  'target.peakboard_box.password': 'Password',
  'target.peakboard_box.password.hint': 'The password of this user.',
  'target.peakboard_box.list': 'List',
  'target.peakboard_box.list.hint': 'The name of the list’s data source in the project.',

  'target.peakboard_hub.what': 'A list in Peakboard Hub, online or your own.',
  'target.peakboard_hub.limits':
    'Rows are sent one by one, and then the former ones deleted: a board may see both for a moment.',
  'target.peakboard_hub.url': 'Address of the Hub',
  'target.peakboard_hub.url.hint': 'Your own Hub usually has port 20688.',
  'target.peakboard_hub.apiKey': 'API key',
  'target.peakboard_hub.apiKey.hint': 'In the Hub, below the user group. It needs read:lists and write:lists.',
  'target.peakboard_hub.list': 'List',
  'target.peakboard_hub.list.hint': 'Its name in the Hub. The columns must exist there.',

  'target.geckoboard.what': 'A dataset for widgets in Geckoboard.',
  'target.geckoboard.limits':
    'It gets the first ten columns. Texts end after 100 characters; times of day and durations are texts.',
  'target.geckoboard.url': 'Address',
  'target.geckoboard.url.hint': 'Leave it as it is, unless Geckoboard gave you another one.',
  'target.geckoboard.apiKey': 'API key',
  'target.geckoboard.apiKey.hint': 'In Geckoboard, in the settings of your account.',
  'target.geckoboard.dataset': 'Dataset',
  'target.geckoboard.dataset.hint': 'A name such as sales.by_day. Tokenboard creates the dataset.',

  'target.databox.what': 'A dataset in Databox.',
  'target.databox.limits': 'Without a primary key, the dataset keeps the former rows beside the new ones.',
  'target.databox.url': 'Address',
  'target.databox.url.hint': 'Leave it as it is, unless Databox gave you another one.',
  'target.databox.apiKey': 'API key',
  'target.databox.apiKey.hint': 'In Databox, in your profile or the settings of your account.',
  'target.databox.dataset': 'Dataset ID',
  'target.databox.dataset.hint': 'The ID of a dataset that you created in Databox by its API.',

  'target.trmnl.what': 'A private plugin on an e-paper display of TRMNL.',
  'target.trmnl.limits': 'The first rows that fit are sent, as the variables “rows” and “data_at”.',
  'target.trmnl.webhookUrl': 'Webhook URL',
  'target.trmnl.webhookUrl.hint': 'In the settings of the plugin. It is a secret: whoever knows it can send.',

  'target.smashing.what': 'A widget of a Smashing (Dashing) dashboard.',
  'target.smashing.limits': 'It gets the first row as its values, and the first two columns as a list.',
  'target.smashing.url': 'Address of the dashboard',
  'target.smashing.url.hint': 'Without a path, such as http://dashboard.local:3030.',
  'target.smashing.widget': 'Widget',
  'target.smashing.widget.hint': 'The data-id of the widget.',
  'target.smashing.token': 'Auth token',
  'target.smashing.token.hint': 'The auth_token in the dashboard’s config.ru.',

  'target.postgresql.what': 'A table in PostgreSQL, such as for Metabase or Superset.',
  'target.postgresql.limits': 'Each send replaces the table, or none of it. Other tables are never touched.',
  'target.postgresql.host': 'Host',
  'target.postgresql.host.hint': 'Except on this computer, the server must have a certificate that is trusted here.',
  'target.postgresql.port': 'Port',
  'target.postgresql.port.hint': 'Usually 5432.',
  'target.postgresql.database': 'Database name',
  'target.postgresql.database.hint': 'It must exist.',
  'target.postgresql.username': 'User name',
  'target.postgresql.username.hint': 'A user who may create tables there.',
  'target.postgresql.password': 'Password',
  'target.postgresql.password.hint': 'Leave it empty if the database asks for none.',
  'target.postgresql.table': 'Table',
  'target.postgresql.table.hint': 'A new name. Tokenboard creates the table and names its columns as the feed does.',

  'target.sqlite.what': 'A table in an SQLite file on this computer.',
  'target.sqlite.limits': 'Each send replaces the table, or none of it. Other tables are never touched.',
  'target.sqlite.file': 'File',
  'target.sqlite.file.hint':
    'The whole path, ending in .db, .sqlite or .sqlite3. The file is created if it is missing.',
  'target.sqlite.table': 'Table',
  'target.sqlite.table.hint': 'A new name. Tokenboard creates the table and names its columns as the feed does.',
} as const satisfies Record<
  `target.${PushFieldId}` | `target.${PushFieldId}.hint` | `target.${PushKind}.${'what' | 'limits'}`,
  string
>;
