import { Button } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { text } from '../messages/text.ts';
import classes from './error-boundary.module.css';

interface ErrorBoundaryProps {
  children: ReactNode;
  /** The panel's content. A panel that failed restarts with new content; a working one keeps its focus and position. */
  content?: string | null | undefined;
}
interface State {
  failed: boolean;
}

/** A bug stops one panel, not the window. React has no hook for this, so this is the renderer's only class. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, State> {
  override state = { failed: false };

  static getDerivedStateFromError(): State {
    return { failed: true };
  }

  override componentDidUpdate(before: ErrorBoundaryProps, { failed }: State): void {
    // Do not retry if the new content itself failed: it would fail again.
    if (failed && this.state.failed && before.content !== this.props.content) this.setState({ failed: false });
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <div className={classes.box} role="alert">
        <h2>{text('shell.stopped.title')}</h2>
        <p>{text('shell.stopped.text')}</p>
        <Button onClick={() => this.setState({ failed: false })}>{text('shell.stopped.retry')}</Button>
      </div>
    );
  }
}
