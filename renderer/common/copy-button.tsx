import { Button } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
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

/** The clipboard API needs a secure context and a permission. Copying a selection needs neither. */
export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const field = document.createElement('textarea');
    field.value = text;
    field.style.position = 'fixed';
    field.style.opacity = '0';
    document.body.append(field);
    field.select();
    document.execCommand('copy');
    field.remove();
  }
}
