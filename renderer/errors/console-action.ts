import type { Preset } from '../../app/shared/preset/preset.ts';
import { call } from '../api/client.ts';
import type { ActionName } from './rule.ts';

/** "Open API console", where the service has one. */
export const consoleAction = (preset: Preset | undefined): Partial<Record<ActionName, () => void>> =>
  preset === undefined || preset.consoleUrl === ''
    ? {}
    : { open_console: () => void call('app.openLink', { url: preset.consoleUrl }) };
