import type { Platform } from '../../platform/platform.ts';
import type { Startup } from '../../shared/contract/app.ts';
import type { AreaHandlers } from './handlers.ts';

export const startupHandlers = ({ loginStart }: Pick<Platform, 'loginStart'>): AreaHandlers<'startup'> => {
  const read = (): Startup => ({ startsAtLogin: loginStart?.isOn() ?? null });
  return {
    'startup.read': read,
    'startup.save': ({ startsAtLogin }) => {
      loginStart?.set(startsAtLogin);
      return read();
    },
  };
};
