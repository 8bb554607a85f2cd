import { Button, Modal } from '@mantine/core';
import { useLast } from '../common/use-last.ts';
import { closeConfirmation, useWindow } from '../common/window-state.ts';
import { text } from '../messages/text.ts';
import classes from './confirm-dialog.module.css';

/** Asks once before something is lost. Cancel has the focus, so that an accidental Enter loses nothing. */
export function ConfirmDialog() {
  const confirmation = useWindow((state) => state.confirmation);
  // The text stays readable while the dialog fades out.
  const shown = useLast(confirmation);
  const isNotice = shown?.tone === 'notice';
  return (
    <Modal
      opened={confirmation !== null}
      onClose={closeConfirmation}
      title={shown?.title()}
      size={420}
      withCloseButton={false}
      zIndex={310}
    >
      <div className={classes.text}>{shown?.text()}</div>
      <div className={classes.footer}>
        {isNotice ? null : (
          <Button variant="default" onClick={closeConfirmation} data-autofocus>
            {text('shell.confirm.cancel')}
          </Button>
        )}
        <Button
          color={isNotice ? 'iris' : 'red.9'}
          onClick={() => {
            closeConfirmation();
            void confirmation?.onConfirm();
          }}
        >
          {shown?.confirmLabel()}
        </Button>
      </div>
    </Modal>
  );
}
