import { SegmentedControl } from '@mantine/core';
import type { Preferences } from '../../app/shared/contract/contract.ts';
import { usePreferences } from '../api/queries.ts';
import { savePreferences } from './save-preferences.ts';
import { Row, Section } from './section.tsx';

const themes: { value: Preferences['theme']; label: string }[] = [
  { value: 'system', label: 'System' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
];

export function Appearance() {
  const theme = usePreferences()?.theme ?? 'system';
  return (
    <Section title="Appearance">
      <Row label="Theme">
        <SegmentedControl
          aria-label="Theme"
          data={themes}
          value={theme}
          onChange={(value) =>
            void savePreferences({ theme: themes.find((each) => each.value === value)?.value ?? 'system' })
          }
        />
      </Row>
    </Section>
  );
}
