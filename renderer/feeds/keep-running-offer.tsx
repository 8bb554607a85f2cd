import { Button } from '@mantine/core';
import { useInfo, usePreferences } from '../api/queries.ts';
import { text } from '../messages/text.ts';
import { savePreferences } from '../notices/save-preferences.ts';
import classes from './keep-running-offer.module.css';

/** While feeds would end with the window: says so, and offers to keep the app running. */
export function KeepRunningOffer() {
  const preferences = usePreferences();
  const info = useInfo();
  // macOS keeps apps running by itself, and a browser cannot.
  if (preferences?.keepsRunning !== false || info?.platform !== 'electron' || info.operatingSystem === 'darwin')
    return null;
  return (
    <p className={classes.offer}>
      <span>{text('settings.starting.suggest')}</span>
      <Button size="compact-xs" variant="default" onClick={() => void savePreferences({ keepsRunning: true })}>
        {text('settings.starting.suggest.do')}
      </Button>
    </p>
  );
}
