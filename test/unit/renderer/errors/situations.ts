import type { Connection } from '../../../../app/connections/connection.ts';
import { connectionFromPreset } from '../../../../app/connections/from-preset.ts';
import type { ErrorReport } from '../../../../app/errors.ts';
import { newConnection } from '../../../../renderer/connection/draft.ts';
import { presets } from '../presets.ts';

export const custom = (change: Partial<Connection> = {}): Connection => ({
  ...newConnection(),
  clientId: '4711',
  authorizationUrl: 'https://login.example.com/authorize',
  accessTokenUrl: 'https://login.example.com/token',
  ...change,
});
export const of = (id: string, change: Partial<Connection> = {}): Connection => ({
  ...connectionFromPreset(presets.get(id), 'c', id),
  clientId: '4711',
  ...change,
});
export const report = (code: string, said?: string, details?: ErrorReport['details']): ErrorReport => ({
  code,
  message: 'A sentence.',
  ...(said === undefined ? {} : { said }),
  ...(details === undefined ? {} : { details }),
});
