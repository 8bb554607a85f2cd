import { Switch } from '@mantine/core';
import { usePreferences } from '../api/queries.ts';
import { text } from '../messages/text.ts';
import { savePreferences } from '../notices/save-preferences.ts';
import { Row, Section } from './section.tsx';

/** Whether the user is told when a resource begins to fail. */
export function ReloadSettings() {
  const preferences = usePreferences();
  if (preferences === undefined) return null;
  const hint = text('settings.reload.notify.hint');
  return (
    <Section title={text('settings.reload')}>
      <Row label={text('settings.reload.notify')} hint={hint}>
        <Switch
          aria-label={text('settings.reload.notify')}
          aria-description={hint}
          checked={preferences.notifiesOfRuns}
          onChange={(event) => void savePreferences({ notifiesOfRuns: event.currentTarget.checked })}
        />
      </Row>
    </Section>
  );
}
