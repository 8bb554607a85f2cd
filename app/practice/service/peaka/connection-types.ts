/** The connection types of the practice Peaka. */

export interface Field {
  fieldName: string;
  fieldType: 'text' | 'number' | 'boolean';
  required: boolean;
  description: string;
}

/** A type whose user logs in at the OAuth2 provider of the practice service. */
interface LoginType {
  scope: string;
  /** Whether Peaka has its own app. */
  hasApp: boolean;
  /** The data that its tokens open. */
  path: string;
  /**
   * How Peaka says the result of a login. Its guide writes the callback with a second question mark, and shows `id`
   * alone after a callback that was passed on; its API document says otherwise.
   */
  speaks: 'like_the_api_document' | 'like_the_guide';
}

export interface ConnectionType {
  type: string;
  label: string;
  category: string;
  authorizationType: string;
  fields: readonly Field[];
  login?: LoginType;
  documentationUrl?: string;
}

const textField = (fieldName: string, required: boolean, description: string): Field => ({
  fieldName,
  fieldType: 'text',
  required,
  description,
});

const oauthFields = (needsOwnApp: boolean): Field[] => [
  textField('clientId', needsOwnApp, 'Client ID of your app'),
  textField('clientSecret', needsOwnApp, 'Client secret of your app'),
  textField('accessToken', false, 'Access token, if you have one already'),
  textField('refreshToken', false, 'Refresh token, if you have one already'),
];

export const connectionTypes: readonly ConnectionType[] = [
  {
    type: 'practice_sales',
    label: 'Practice Sales',
    category: 'Practice',
    authorizationType: 'oauth2',
    fields: oauthFields(false),
    login: {
      scope: 'sales:read offline_access',
      hasApp: true,
      path: '/api/sales',
      speaks: 'like_the_api_document',
    },
  },
  {
    type: 'practice_inventory',
    label: 'Practice Inventory',
    category: 'Practice',
    authorizationType: 'oauth2',
    fields: [...oauthFields(true), textField('warehouse', true, 'Code of a warehouse, such as STR-1')],
    login: { scope: 'inventory:read offline_access', hasApp: false, path: '/api/inventory', speaks: 'like_the_guide' },
  },
  {
    type: 'POSTGRES',
    label: 'PostgreSQL',
    category: 'Database',
    authorizationType: 'custom',
    documentationUrl: 'https://www.postgresql.org/docs/',
    fields: [
      textField('url', true, 'Host name or IP address'),
      { fieldName: 'port', fieldType: 'number', required: true, description: 'Port, usually 5432' },
      textField('user', true, 'User name'),
      textField('password', true, 'Password of the user'),
      textField('databaseName', true, 'Name of the database'),
      { fieldName: 'useSsl', fieldType: 'boolean', required: true, description: 'Connect by TLS' },
    ],
  },
  {
    type: 'stripe',
    label: 'Stripe',
    category: 'Payment',
    authorizationType: 'bearer_token',
    documentationUrl: 'https://docs.stripe.com/keys',
    fields: [textField('token', true, 'Secret key of your account')],
  },
];

export const findType = (type: string): ConnectionType | undefined =>
  connectionTypes.find((known) => known.type === type);

/** Peaka's `ConnectionConfiguration`. */
export const configurationOf = ({ type, label, login, fields, ...rest }: ConnectionType) => ({
  ...rest,
  connectionType: type,
  connectionTypeLabel: label,
  name: label,
  credentialSchemaType: `${type.toLowerCase()}_credential_schema`,
  redirectRequired: login !== undefined,
  configuration: fields,
});
