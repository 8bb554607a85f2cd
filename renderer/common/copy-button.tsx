import { Button } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { copyText } from './copy-text.ts';
import { useCopied } from './use-copied.ts';

/** Copies the text and confirms it for a moment. */
export function CopyButton({ text, what }: { text: string; what: string }) {
  const [copied, noteCopied] = useCopied();
  return (
    <Button
      size="compact-xs"
      variant="subtle"
      color="gray"
      aria-label={copied ? `Copied ${what}` : `Copy ${what}`}
      leftSection={copied ? <IconCheck size={13} aria-hidden /> : <IconCopy size={13} aria-hidden />}
      onClick={async () => {
        await copyText(text);
        noteCopied();
      }}
    >
      {copied ? 'Copied' : 'Copy'}
    </Button>
  );
}
