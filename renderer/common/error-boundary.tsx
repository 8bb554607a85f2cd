import { Button } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import classes from './error-boundary.module.css';

interface ErrorBoundaryProps {
  children: ReactNode;
  /** What the panel shows. A panel that stopped starts again with the next; one that works keeps its focus and place. */
  content?: string | null | undefined;
}
interface State {
  failed: boolean;
}

/** A defect of ours stops one panel, not the window. React knows no hook for this: the one class of the renderer. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, State> {
  override state = { failed: false };

  static getDerivedStateFromError(): State {
    return { failed: true };
  }

  override componentDidUpdate(before: ErrorBoundaryProps, { failed }: State): void {
    // Not where the new content itself failed: that would fail again.
    if (failed && this.state.failed && before.content !== this.props.content) this.setState({ failed: false });
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <div className={classes.box} role="alert">
        <h2>This part of the window stopped</h2>
        <p>An unexpected error occurred. Saved data is not lost.</p>
        <Button onClick={() => this.setState({ failed: false })}>Show it again</Button>
      </div>
    );
  }
}
