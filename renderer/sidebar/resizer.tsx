import { useRef } from 'react';
import { text } from '../messages/text.ts';
import classes from './sidebar.module.css';
import { narrowest, widest } from './use-sidebar-width.ts';

interface ResizerProps {
  width: number;
  onResize: (width: number) => void;
  onDone: () => void;
}

/** The edge of the sidebar, moved by dragging or with the arrow keys. */
export function Resizer({ width, onResize, onDone }: ResizerProps) {
  const start = useRef<{ x: number; width: number } | null>(null);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a focusable separator is a widget, which <hr> is not
    <div
      role="separator"
      aria-label={text('sidebar.width')}
      aria-orientation="vertical"
      aria-valuenow={width}
      aria-valuemin={narrowest}
      aria-valuemax={widest}
      tabIndex={0}
      className={classes.resizer}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = { x: event.clientX, width };
      }}
      onPointerMove={(event) => {
        if (start.current !== null) onResize(start.current.width + event.clientX - start.current.x);
      }}
      onPointerUp={() => {
        start.current = null;
        onDone();
      }}
      onKeyDown={(event) => {
        if (event.key === 'ArrowLeft') onResize(width - 16);
        if (event.key === 'ArrowRight') onResize(width + 16);
      }}
      onBlur={onDone}
    />
  );
}
