import { Button } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import classes from './error-boundary.module.css';

/** A defect of ours stops one view, not the window. React knows no hook for this: the one class of the renderer. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <div className={classes.box} role="alert">
        <h2>This view hit an error that Tokenboard did not expect</h2>
        <p>Nothing is lost: everything that was saved is still there.</p>
        <Button onClick={() => this.setState({ failed: false })}>Show it again</Button>
      </div>
    );
  }
}
