import { expect, it } from 'vitest';
import { valueLabel } from '../../../../../renderer/peaka/dialogs/value-label.ts';

it('names the usual fields in the user’s language, whatever their spelling, and others as Peaka does', () => {
  expect(['clientId', 'client_id', 'useSSL', 'useSsl', 'developerToken'].map(valueLabel)).toEqual([
    'Client ID',
    'Client ID',
    'Use SSL',
    'Use SSL',
    'Developer token',
  ]);
});
