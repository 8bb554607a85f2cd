import { IconChevronRight } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';
import classes from './section.module.css';

interface SectionProps {
  title: string;
  /** The summary shown while the group is closed. */
  summary: string;
  isOpen: boolean;
  onToggle: () => void;
  children: ReactNode;
}

/** A collapsible group of fields; closed, it shows a summary. */
export function MoreSectionRow({ title, summary, isOpen, onToggle, children }: SectionProps) {
  const bodyId = useId();
  const summaryId = useId();
  return (
    <div className={classes.section}>
      <button
        type="button"
        className={classes.head}
        aria-expanded={isOpen}
        aria-controls={bodyId}
        aria-label={title}
        aria-describedby={summaryId}
        onClick={onToggle}
      >
        <IconChevronRight size={14} stroke={1.8} aria-hidden />
        <span className={classes.title}>{title}</span>
        <span className={classes.summary} id={summaryId} hidden={isOpen}>
          {summary}
        </span>
      </button>
      <div id={bodyId} className={classes.body} hidden={!isOpen}>
        {isOpen ? children : null}
      </div>
    </div>
  );
}
