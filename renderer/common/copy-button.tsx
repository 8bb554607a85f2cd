import { Button } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { text } from '../messages/text.ts';
import { copyText } from './copy-text.ts';
import { useCopied } from './use-copied.ts';

/** Copies the value and confirms it for a moment. `what`: the value's name, for `Copy callback URL`. */
export function CopyButton({ text: value, what }: { text: string; what: string }) {
  const [copied, noteCopied] = useCopied();
  return (
    <Button
      size="compact-xs"
      variant="subtle"
      color="gray"
      aria-label={text(copied ? 'common.copied.what' : 'common.copy.what', { what })}
      leftSection={copied ? <IconCheck size={13} aria-hidden /> : <IconCopy size={13} aria-hidden />}
      onClick={async () => {
        await copyText(value);
        noteCopied();
      }}
    >
      {text(copied ? 'common.copied' : 'common.copy')}
    </Button>
  );
}
