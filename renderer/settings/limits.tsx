import { NumberInput } from '@mantine/core';
import { useState } from 'react';
import type { Preferences } from '../../app/shared/contract/contract.ts';
import { usePreferences } from '../api/queries.ts';
import { savePreferences } from './save-preferences.ts';
import { Row, Section } from './section.tsx';

export function Limits() {
  const preferences = usePreferences();
  if (preferences === undefined) return null;
  return (
    <Section title="Limits">
      <Row label="Wait for a login" hint="The login window closes after this time.">
        <Limit name="loginTimeoutSeconds" value={preferences.loginTimeoutSeconds} min={30} max={3600} unit="s" />
      </Row>
      <Row label="Wait for a response" hint="The request stops after this time.">
        <Limit name="requestTimeoutSeconds" value={preferences.requestTimeoutSeconds} min={1} max={600} unit="s" />
      </Row>
      <Row label="Largest response to show" hint="You can save a larger one as a file.">
        <Limit name="maximumBodyMebibytes" value={preferences.maximumBodyMebibytes} min={1} max={512} unit="MiB" />
      </Row>
    </Section>
  );
}

const labels = {
  loginTimeoutSeconds: 'Wait for a login, in seconds',
  requestTimeoutSeconds: 'Wait for a response, in seconds',
  maximumBodyMebibytes: 'Largest response to show, in MiB',
} as const satisfies Partial<Record<keyof Preferences, string>>;

interface LimitProps {
  name: keyof typeof labels;
  value: number;
  min: number;
  max: number;
  unit: string;
}

/** Saved when the field loses the focus: an unfinished number is not a limit. */
function Limit({ name, value, min, max, unit }: LimitProps) {
  const [typed, setTyped] = useState<string | number>(value);
  return (
    <NumberInput
      aria-label={labels[name]}
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
  );
}
