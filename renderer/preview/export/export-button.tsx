import { ActionIcon, Tooltip } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { latePart, useIdle, useLatePart } from '../../common/lazy.ts';
import { text } from '../../messages/text.ts';

const lateDialog = latePart(async () => (await import('./export-dialog.tsx')).ExportDialog);

/** Opens the export of the table. */
export function ExportButton({ previewId }: { previewId: string }) {
  const [isOpen, setOpen] = useState(false);
  const isIdle = useIdle();
  const Dialog = useLatePart(lateDialog, isIdle || isOpen);
  return (
    <>
      <Tooltip label={text('preview.export')}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="md"
          aria-label={text('preview.export')}
          aria-haspopup="dialog"
          onClick={() => setOpen(true)}
        >
          <IconDownload size={16} stroke={1.8} />
        </ActionIcon>
      </Tooltip>
      {Dialog === undefined ? null : <Dialog previewId={previewId} opened={isOpen} onClose={() => setOpen(false)} />}
    </>
  );
}
