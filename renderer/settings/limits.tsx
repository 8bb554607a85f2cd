import { NumberInput } from '@mantine/core';
import { useState } from 'react';
import type { Preferences } from '../../app/shared/contract/contract.ts';
import { usePreferences } from '../api/queries.ts';
import { text } from '../messages/text.ts';
import { savePreferences } from '../notices/save-preferences.ts';
import { Row, Section } from './section.tsx';

export function Limits() {
  const preferences = usePreferences();
  if (preferences === undefined) return null;
  return (
    <Section title={text('settings.limits')}>
      <Limit name="loginTimeoutSeconds" value={preferences.loginTimeoutSeconds} min={30} max={3600} unit="s" />
      <Limit name="requestTimeoutSeconds" value={preferences.requestTimeoutSeconds} min={1} max={600} unit="s" />
      <Limit name="maximumBodyMebibytes" value={preferences.maximumBodyMebibytes} min={1} max={512} unit="MiB" />
    </Section>
  );
}

interface LimitProps {
  name: Extract<keyof Preferences, 'loginTimeoutSeconds' | 'requestTimeoutSeconds' | 'maximumBodyMebibytes'>;
  value: number;
  min: number;
  max: number;
  unit: string;
}

/** Saved when the field loses the focus: an unfinished number is not a limit. */
function Limit({ name, value, min, max, unit }: LimitProps) {
  const [typed, setTyped] = useState<string | number>(value);
  const hint = text(`settings.limits.${name}.hint`);
  return (
    <Row label={text(`settings.limits.${name}`)} hint={hint}>
      <NumberInput
        aria-label={text(`settings.limits.${name}.field`)}
        aria-description={hint}
        value={typed}
        min={min}
        max={max}
        suffix={` ${unit}`}
        allowDecimal={false}
        allowNegative={false}
        clampBehavior="blur"
        hideControls
        w={104}
        onChange={setTyped}
        onBlur={() => {
          const next = typeof typed === 'number' ? Math.max(min, Math.min(typed, max)) : value;
          setTyped(next);
          if (next !== value) void savePreferences({ [name]: next });
        }}
      />
    </Row>
  );
}
