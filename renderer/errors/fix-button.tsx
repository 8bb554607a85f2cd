import { Button } from '@mantine/core';
import { copyText } from '../common/copy-text.ts';
import { useCopied } from '../common/use-copied.ts';
import { text } from '../messages/text.ts';

interface FixButtonProps {
  label: string;
  isMain: boolean;
  run: () => void;
}

/** The one thing that most likely helps. */
export function FixButton({ label, isMain, run }: FixButtonProps) {
  return (
    <Button size="xs" variant={isMain ? 'filled' : 'default'} onClick={run}>
      {label}
    </Button>
  );
}

/** The same for a text to take elsewhere: it says for a moment that it was copied. */
export function CopyFixButton({ label, isMain, value }: Omit<FixButtonProps, 'run'> & { value: string }) {
  const [copied, noteCopied] = useCopied();
  return (
    <FixButton
      label={copied ? text('errorPanel.copied') : label}
      isMain={isMain}
      run={() => copyText(value).then(noteCopied)}
    />
  );
}
