import { SegmentedControl, Select } from '@mantine/core';
import { type Language, languageCodes, languageOf, languages } from '../../app/shared/messages/languages.ts';
import { useInfo, usePreferences } from '../api/queries.ts';
import { text } from '../messages/text.ts';
import { savePreferences } from '../notices/save-preferences.ts';
import { Row, Section } from './section.tsx';

const themes = ['system', 'light', 'dark'] as const;

export function Appearance() {
  const preferences = usePreferences();
  const system = languages[languageOf('system', useInfo()?.languages ?? [])];
  const languageChoices: { value: Language | 'system'; label: string }[] = [
    { value: 'system', label: text('settings.language.system', { language: system }) },
    ...languageCodes.map((code) => ({ value: code, label: languages[code] })),
  ];
  return (
    <Section title={text('settings.appearance')}>
      <Row label={text('settings.theme')} hint={text('settings.theme.hint')}>
        <SegmentedControl
          aria-label={text('settings.theme')}
          aria-description={text('settings.theme.hint')}
          data={themes.map((value) => ({ value, label: text(`settings.theme.${value}`) }))}
          value={preferences?.theme ?? 'system'}
          onChange={(theme) => void savePreferences({ theme })}
        />
      </Row>
      <Row label={text('settings.language')} hint={text('settings.language.hint')}>
        <Select
          aria-label={text('settings.language')}
          aria-description={text('settings.language.hint')}
          data={languageChoices}
          value={preferences?.language ?? 'system'}
          allowDeselect={false}
          w={200}
          onChange={(language) => language !== null && void savePreferences({ language })}
        />
      </Row>
    </Section>
  );
}
