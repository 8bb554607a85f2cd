import { Switch } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { call } from '../api/client.ts';
import { queryClient, startupQuery, useInfo, usePreferences } from '../api/queries.ts';
import { rich } from '../messages/rich.ts';
import { text } from '../messages/text.ts';
import { savePreferences } from '../notices/save-preferences.ts';
import { toastError } from '../notices/toast.tsx';
import { Row, Section } from './section.tsx';

const mono = (chunks: ReactNode) => <span className="mono">{chunks}</span>;

/** How the app starts, and whether it ends with its window. */
export function StartingSettings() {
  const preferences = usePreferences();
  const info = useInfo();
  // Read at each opening of the settings: the system can change it.
  const startsAtLogin = useQuery({ ...startupQuery, refetchOnMount: 'always' }).data?.startsAtLogin;
  if (preferences === undefined || info === undefined || startsAtLogin === undefined) return null;
  const canKeep = info.platform === 'electron';
  return (
    <Section title={text('settings.starting')}>
      <Row
        label={text('settings.starting.keep')}
        hintId="keep-running-hint"
        hint={
          !canKeep
            ? rich('settings.starting.keep.hint.browser', { mono })
            : info.operatingSystem === 'darwin'
              ? text('settings.starting.keep.hint.darwin')
              : info.operatingSystem === 'linux'
                ? rich('settings.starting.keep.hint.linux', { mono })
                : text('settings.starting.keep.hint')
        }
      >
        <Switch
          aria-label={text('settings.starting.keep')}
          aria-describedby="keep-running-hint"
          checked={canKeep && preferences.keepsRunning}
          disabled={!canKeep}
          onChange={(event) => void savePreferences({ keepsRunning: event.currentTarget.checked })}
        />
      </Row>
      <Row
        label={text('settings.starting.login')}
        hintId="login-start-hint"
        hint={
          startsAtLogin === null
            ? rich('settings.starting.login.hint.none', { mono })
            : text(canKeep ? 'settings.starting.login.hint' : 'settings.starting.login.hint.browser')
        }
      >
        <Switch
          aria-label={text('settings.starting.login')}
          aria-describedby="login-start-hint"
          checked={startsAtLogin === true}
          disabled={startsAtLogin === null}
          onChange={(event) => void saveStartup(event.currentTarget.checked)}
        />
      </Row>
    </Section>
  );
}

/** Shows what the system says afterwards. */
async function saveStartup(startsAtLogin: boolean): Promise<void> {
  try {
    queryClient.setQueryData(startupQuery.queryKey, await call('startup.save', { startsAtLogin }));
  } catch (error) {
    toastError(error);
  }
}
