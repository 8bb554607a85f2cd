import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';
import type { ErrorReport } from '../../app/shared/errors.ts';
import { reportOf } from '../api/client.ts';
import { adviceFor } from '../errors/advice.ts';
import { loadLaterTexts } from '../messages/later-texts.ts';
import { text, textOf } from '../messages/text.ts';
import classes from './toast.module.css';

/** The undo actions of visible messages, newest last. */
const undos = new Map<string, () => void | Promise<void>>();

/** Undoes the action of the newest visible message; does nothing if there is none. */
export function undoNewest(): void {
  const [id] = [...undos.keys()].slice(-1);
  if (id !== undefined) runUndo(id);
}

function runUndo(id: string): void {
  const undo = undos.get(id);
  notifications.hide(id);
  undos.delete(id);
  void undo?.();
}

/** A short message that disappears; with `undo` it stays long enough to read and use. */
export function toast(body: string, undo?: () => void | Promise<void>): void {
  const id = `toast-${Date.now()}-${Math.random()}`;
  if (undo !== undefined) undos.set(id, undo);
  notifications.show({
    id,
    onClose: () => undos.delete(id),
    withCloseButton: true,
    closeButtonProps: { 'aria-label': text('toast.dismiss') },
    autoClose: undo === undefined ? 4000 : 20_000,
    message:
      undo === undefined ? (
        body
      ) : (
        <span className={classes.row}>
          <span>{body}</span>
          <Button size="compact-xs" variant="default" onClick={() => runUndo(id)}>
            {text('toast.undo')}
          </Button>
        </span>
      ),
  });
}

/** An error that has no place of its own in the window. */
export function toastError(error: unknown): void {
  const report = reportOf(error);
  // The user cancelled, so no message is needed.
  if (report.code === 'http.cancelled' || report.code === 'window.cancelled') return;
  void loadLaterTexts()
    .catch(() => undefined)
    .then(() => show(report));
}

function show(report: ErrorReport): void {
  notifications.show({
    color: 'red',
    closeButtonProps: { 'aria-label': text('toast.dismiss') },
    autoClose: 10_000,
    title: adviceFor(report).title,
    message:
      report.serviceMessage === undefined
        ? textOf(report.message)
        : text('toast.serviceSaid', { message: report.message, said: report.serviceMessage }),
  });
}

/** Something that goes on, until it is hidden or dismissed. Returns its ID. */
export function showNotice(content: ReactNode): string {
  return notifications.show({
    message: content,
    autoClose: false,
    withCloseButton: true,
    closeButtonProps: { 'aria-label': text('toast.dismiss') },
  });
}

export const hideNotice = (id: string): void => void notifications.hide(id);
