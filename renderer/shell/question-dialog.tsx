import { Button, Modal } from '@mantine/core';
import { useLast } from '../common/use-last.ts';
import { closeQuestion, useWindow } from '../common/window-state.ts';
import classes from './question-dialog.module.css';

/** Asks once before something is lost. Cancel has the focus: Enter in haste loses nothing. */
export function QuestionDialog() {
  const question = useWindow((state) => state.question);
  // What it asked stays readable while it fades.
  const shown = useLast(question);
  const isNotice = shown?.tone === 'notice';
  return (
    <Modal
      opened={question !== null}
      onClose={closeQuestion}
      title={shown?.title}
      size={420}
      withCloseButton={false}
      zIndex={310}
    >
      <div className={classes.text}>{shown?.text}</div>
      <div className={classes.footer}>
        {isNotice ? null : (
          <Button variant="default" onClick={closeQuestion} data-autofocus>
            Cancel
          </Button>
        )}
        <Button
          color={isNotice ? 'iris' : 'red.9'}
          onClick={() => {
            closeQuestion();
            void question?.onConfirm();
          }}
        >
          {shown?.confirm}
        </Button>
      </div>
    </Modal>
  );
}
