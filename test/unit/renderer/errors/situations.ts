import type { Connection } from '../../../../app/shared/connection/connection.ts';
import { connectionFromPreset } from '../../../../app/shared/connection/from-preset.ts';
import type { ErrorCode } from '../../../../app/shared/error-codes.ts';
import type { ErrorReport } from '../../../../app/shared/errors.ts';
import { verbatim } from '../../../../app/shared/messages/message.ts';
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
export const report = (code: ErrorCode, serviceMessage?: string, details?: ErrorReport['details']): ErrorReport => ({
  code,
  message: verbatim('A sentence.'),
  ...(serviceMessage === undefined ? {} : { serviceMessage }),
  ...(details === undefined ? {} : { details }),
});
