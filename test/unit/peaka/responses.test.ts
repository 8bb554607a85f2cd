import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isSecretField,
  readConnection,
  readConnections,
  readDetail,
  readInfo,
  readPlaces,
  readTypes,
} from '../../../app/peaka/responses.ts';
import { peakaPlaceSchema } from '../../../app/shared/peaka/account.ts';
import { peakaFieldSchema, peakaTypeSchema } from '../../../app/shared/peaka/connection-type.ts';

/** From Peaka's OpenAPI document, `ConnectionConfiguration`. */
const postgres = {
  connectionType: 'POSTGRES',
  connectionTypeLabel: 'PostgreSQL',
  name: 'postgres',
  authorizationType: 'custom',
  credentialSchemaType: 'postgres_credential_schema',
  redirectRequired: false,
  category: 'Database',
  configuration: [
    { fieldName: 'url', fieldType: 'text', required: true, description: 'Host' },
    { fieldName: 'port', fieldType: 'number', required: true },
    { fieldName: 'password', fieldType: 'text', required: true },
    { fieldName: 'useSsl', fieldType: 'boolean', required: false },
  ],
  documentationUrl: 'https://docs.peaka.com/postgres',
};

describe('a type', () => {
  it('has a form', () => {
    expect(readTypes([postgres])).toEqual([
      {
        type: 'POSTGRES',
        label: 'PostgreSQL',
        category: 'Database',
        authorizationType: 'custom',
        needsLogin: false,
        documentationUrl: 'https://docs.peaka.com/postgres',
        fields: [
          { name: 'url', kind: 'text', required: true, description: 'Host', isSecret: false },
          { name: 'port', kind: 'number', required: true, description: '', isSecret: false },
          { name: 'password', kind: 'text', required: true, description: '', isSecret: true },
          { name: 'useSsl', kind: 'boolean', required: false, description: '', isSecret: false },
        ],
      },
    ]);
  });

  it('may come alone, in a wrapper, and with little', () => {
    const little = { connectionType: 'x', redirectRequired: null, configuration: null };
    const read = [
      {
        type: 'x',
        label: 'x',
        category: '',
        authorizationType: '',
        needsLogin: false,
        documentationUrl: '',
        fields: [],
      },
    ];
    expect(readTypes(little)).toEqual(read);
    expect(readTypes({ content: [little], page: 0 })).toEqual(read);
    expect(readTypes([{ nonsense: 1 }, little, null])).toEqual(read);
  });

  it.each([
    [{ redirectRequired: true }, true],
    [{ redirectRequired: 'true' }, true],
    [{ authorizationType: 'oauth2' }, true],
    [{ authorizationType: 'oauth2', redirectRequired: false }, false],
    [{ authorizationType: 'api_key' }, false],
  ])('needs a login: %j → %s', (facts, needsLogin) => {
    expect(readTypes([{ connectionType: 'x', ...facts }])?.[0]).toMatchObject({ needsLogin });
  });

  it('shows no link and no text as it came [36]', () => {
    const read = readTypes([
      { ...postgres, documentationUrl: 'javascript:alert(1)', connectionTypeLabel: 'Post\u202egres\u0000 ' },
    ]);
    expect(read?.[0]).toMatchObject({ documentationUrl: '', label: 'Postgres' });
  });

  it.each([
    'password',
    'accessToken',
    'client_secret',
    'apiKey',
    'refreshToken',
    'serviceCredentials',
    'userPwd',
    'connectionString',
    'connection_uri',
    'dsn',
    'jdbcUrl',
    'webhookUrl',
    'authorization',
    'serviceAccountJson',
    'Service account',
    'PIN',
  ])('has a secret field: %s [37]', (name) => expect(isSecretField(name)).toBe(true));
  it.each([
    'url',
    'user',
    'clientId',
    'databaseName',
    'swimlane',
    'shipping',
    'authorizationUrl',
    'account',
    'connectionName',
  ])('has an open field: %s', (name) => expect(isSecretField(name)).toBe(false));
  it('has a secret field by its kind, and none that is a number', () => {
    const configuration = [
      { fieldName: 'pass', fieldType: 'Password' },
      { fieldName: 'tokenLifetime', fieldType: 'number' },
    ];
    expect(readTypes([{ connectionType: 'x', configuration }])?.[0]?.fields.map(({ isSecret }) => isSecret)).toEqual([
      true,
      false,
    ]);
  });
});

describe('an account', () => {
  it.each([
    [
      { userId: 7, email: 'a@b.example', extra: {} },
      { userId: '7', email: 'a@b.example', project: null },
    ],
    [
      { projectId: 'p', projectName: null },
      { userId: '', email: '', project: { id: 'p', name: 'p' } },
    ],
    [[{ email: 'a@b.example' }], { userId: '', email: 'a@b.example', project: null }],
    [{}, undefined],
    [[], undefined],
    ['words', undefined],
  ])('is read from %j', (value, info) => expect(readInfo(value)).toEqual(info));
});

describe('places', () => {
  it.each([
    [[{ id: 1, name: 'A' }], [{ id: '1', name: 'A' }]],
    [{ id: 'x' }, [{ id: 'x', name: 'x' }]],
    [[], []],
    [{ items: [] }, []],
    [[{ name: 'A' }], undefined],
    [{}, undefined],
    [null, undefined],
  ])('are read from %j', (value, places) => expect(readPlaces(value)).toEqual(places));
});

describe('a connection', () => {
  it('is read from a list of one, without a URL, and by its ID alone', () => {
    const one = { id: 'c', name: 'One', type: 'stripe', url: undefined };
    expect(readConnection([{ id: 'c', name: 'One', type: 'stripe', url: null }], {})).toEqual(one);
    expect(readConnection({ id: 'c' }, { name: 'One', type: 'stripe' })).toEqual(one);
    expect(readConnection({}, { id: 'c', name: 'One', type: 'stripe' })).toEqual(one);
    expect(readConnection({ name: 'One' }, { name: 'Two' })).toBeUndefined();
    expect(readConnection({ id: '' }, { id: 'c' })).toBeUndefined();
    expect(readConnections({ id: 'c', name: 'One', type: 'stripe' })).toEqual([one]);
  });
});

describe('a detail', () => {
  it('names what is in it, and hides what could be a secret [37]', () => {
    const value = {
      type: 'x',
      port: 5,
      ssl: false,
      none: null,
      empty: '',
      a: { b: ['c'], apiKey: 'k' },
      tokens: ['t'],
    };
    expect(readDetail(value)).toEqual([
      ['type', 'x'],
      ['port', '5'],
      ['ssl', 'false'],
      ['a.b.0', 'c'],
    ]);
    expect(readDetail([value])).toEqual(readDetail(value));
    expect(readDetail('x')).toBeUndefined();
  });
});

describe('any JSON', () => {
  const names = fc.constantFrom(
    'id',
    'name',
    'type',
    'url',
    'connectionType',
    'configuration',
    'fieldName',
    'projectId',
  );
  const shapes = fc.oneof(
    fc.jsonValue(),
    fc.array(fc.dictionary(names, fc.jsonValue())),
    fc.dictionary(names, fc.jsonValue()),
    fc.record({
      id: fc.jsonValue(),
      connectionType: fc.string(),
      configuration: fc.array(fc.dictionary(names, fc.jsonValue())),
    }),
  );
  it('is read or refused, and never throws [26]', () => {
    fc.assert(
      fc.property(shapes, (value) => {
        for (const place of readPlaces(value) ?? []) peakaPlaceSchema.parse(place);
        for (const type of readTypes(value) ?? []) {
          peakaTypeSchema.parse(type);
          for (const field of type.fields) peakaFieldSchema.parse(field);
        }
        for (const { id } of readConnections(value) ?? []) expect(id).not.toBe('');
        readInfo(value);
        readConnection(value, {});
        readConnection(value, { id: 'c' });
        for (const fact of readDetail(value) ?? [])
          expect(fact.map((text) => typeof text)).toEqual(['string', 'string']);
      }),
    );
  });
});
