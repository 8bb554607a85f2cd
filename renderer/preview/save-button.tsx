import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { call } from '../api/client.ts';
import { text } from '../messages/text.ts';
import { toast, toastError } from '../notices/toast.tsx';

/** Writes the response, as the service sent it, to a file that the user picks. */
export function SaveButton({ previewId, isLarge = false }: { previewId: string; isLarge?: boolean }) {
  const [isSaving, setSaving] = useState(false);
  const save = async () => {
    if (isSaving) return;
    setSaving(true);
    try {
      const { path } = await call('preview.saveBody', { previewId });
      if (path !== null) toast(text('preview.saved', { path }));
    } catch (error) {
      toastError(error);
    } finally {
      setSaving(false);
    }
  };
  if (isLarge)
    return (
      <Button loading={isSaving} leftSection={<IconDownload size={16} />} onClick={() => void save()}>
        {text('preview.save')}
      </Button>
    );
  return (
    <Tooltip label={text('preview.save')}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="md"
        // Not `loading`: a disabled button loses the focus.
        aria-busy={isSaving}
        aria-label={text('preview.save')}
        onClick={() => void save()}
      >
        <IconDownload size={16} stroke={1.8} />
      </ActionIcon>
    </Tooltip>
  );
}
