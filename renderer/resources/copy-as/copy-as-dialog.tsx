import { Modal } from '@mantine/core';
import { useLast } from '../../common/use-last.ts';
import { closeOverlay, useWindow } from '../../common/window-state.ts';
import { text } from '../../messages/text.ts';
import { CopyAs } from './copy-as.tsx';

/** *Copy as…*: a resource's request, for another program. */
export function CopyAsDialog() {
  const resourceId = useWindow(({ overlay }) => (overlay?.kind === 'copyAs' ? overlay.resourceId : null));
  const isTop = useWindow(({ help }) => help === null);
  const shown = useLast(resourceId);
  return (
    <Modal
      opened={resourceId !== null}
      onClose={closeOverlay}
      closeOnEscape={isTop}
      title={text('copyAs.title')}
      size={760}
    >
      {shown === null ? null : <CopyAs key={shown} resourceId={shown} />}
    </Modal>
  );
}
