import { useEffect, useRef } from 'react';
import { ErrorBoundary } from '../common/error-boundary.tsx';
import { latePart, useLatePart } from '../common/lazy.ts';
import { useWindow } from '../common/window-state.ts';
import { text } from '../messages/text.ts';
import classes from './console-dock.module.css';
import { highest, lowest, useConsoleHeight } from './use-console-height.ts';

const latePanel = latePart(async () => (await import('../console/console-panel.tsx')).ConsolePanel);

/** The console at the window's lower edge. It is loaded when it is first opened. */
export function ConsoleDock() {
  const isOpen = useWindow((state) => state.console.open);
  return isOpen ? <OpenDock /> : null;
}

function OpenDock() {
  const { height, setHeight, saveHeight } = useConsoleHeight();
  const Panel = useLatePart(latePanel, true);
  useFocusBack();
  return (
    <section className={classes.dock} style={{ height }} aria-label={text('shell.console')} data-pane="console">
      <Resizer height={height} onResize={setHeight} onDone={() => void saveHeight()} />
      <ErrorBoundary>{Panel === undefined ? null : <Panel />}</ErrorBoundary>
    </section>
  );
}

/** When the console closes, the focus returns to its previous place, so that it is not lost. */
function useFocusBack(): void {
  useEffect(() => {
    const before = document.activeElement;
    return () => {
      // Another control closed the console: that control keeps the focus.
      const isLost = document.activeElement === null || document.activeElement === document.body;
      const inside = document.activeElement?.closest('[data-pane=console]') != null;
      if ((isLost || inside) && before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
}

interface ResizerProps {
  height: number;
  onResize: (height: number) => void;
  onDone: () => void;
}

/** The upper edge of the console, moved by dragging or with the arrow keys. */
function Resizer({ height, onResize, onDone }: ResizerProps) {
  const start = useRef<{ y: number; height: number } | null>(null);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a focusable separator is a widget, which <hr> is not
    <div
      role="separator"
      aria-label={text('shell.console.height')}
      aria-orientation="horizontal"
      aria-valuenow={height}
      aria-valuemin={lowest}
      aria-valuemax={highest}
      tabIndex={0}
      className={classes.resizer}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = { y: event.clientY, height: event.currentTarget.parentElement?.offsetHeight ?? height };
      }}
      onPointerMove={(event) => {
        if (start.current !== null) onResize(start.current.height + start.current.y - event.clientY);
      }}
      onPointerUp={() => {
        start.current = null;
        onDone();
      }}
      onKeyDown={(event) => {
        if (event.key === 'ArrowUp') onResize(height + 16);
        if (event.key === 'ArrowDown') onResize(height - 16);
      }}
      onBlur={onDone}
    />
  );
}
