import { describe, expect, it } from 'vitest';
import type { PeakaType } from '../../../../app/shared/peaka/connection-type.ts';
import { suggestTypes } from '../../../../app/shared/peaka/suggest-type.ts';

const type = (type: string, label: string, needsLogin = true): PeakaType => ({
  type,
  label,
  category: '',
  authorizationType: needsLogin ? 'oauth2' : 'bearer_token',
  needsLogin,
  fields: [],
  documentationUrl: '',
});

const types = [
  type('hubspot_access_token', 'HubSpot (access token)', false),
  type('hubspot', 'HubSpot'),
  type('google_analytics', 'Google Analytics'),
  type('google_sheets', 'Google Sheets'),
  type('jira', 'Jira'),
  type('POSTGRES', 'PostgreSQL', false),
  type('dynamics_365', 'Microsoft Dynamics 365'),
  type('zoho_crm', 'Zoho CRM'),
];

const suggested = (presetId: string, presetName: string, connectionName = presetName) =>
  suggestTypes(types, { presetId, presetName, connectionName }).map((each) => each.type);

describe('suggested types', () => {
  it('are those with the name of the preset, the exact one first', () => {
    expect(suggested('google-sheets', 'Google Sheets')).toEqual(['google_sheets']);
    expect(suggested('hubspot', 'HubSpot')).toEqual(['hubspot', 'hubspot_access_token']);
    expect(suggested('zoho-crm', 'Zoho CRM')).toEqual(['zoho_crm']);
  });

  it('include a type whose name is a part of the preset’s', () => {
    expect(suggested('atlassian-jira', 'Jira Cloud')).toEqual(['jira']);
  });

  it('exclude other services of the same vendor', () => {
    expect(suggested('microsoft-graph', 'Microsoft Graph')).toEqual([]);
  });

  it('follow the connection’s name if it has no preset', () => {
    expect(suggested('', '', 'HubSpot')).toEqual(['hubspot', 'hubspot_access_token']);
    expect(suggested('', '', 'Postgres')).toEqual(['POSTGRES']);
    expect(suggested('', '', '  ')).toEqual([]);
  });

  it('ignore the name that the user gave a connection with a preset', () => {
    expect(suggested('spotify', 'Spotify', 'Jira')).toEqual([]);
  });

  it('read names in camel case and with accents', () => {
    expect(
      suggestTypes([type('googleSheets', 'Tabéllen')], {
        presetId: 'google-sheets',
        presetName: '',
        connectionName: '',
      }),
    ).toHaveLength(1);
    expect(
      suggestTypes([type('x', 'Tabéllen')], { presetId: 'tabellen', presetName: '', connectionName: '' }),
    ).toHaveLength(1);
  });
});
