import { SegmentedControl } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { type ForwardingRule, forwardingRules } from '../../../../app/shared/peaka/forwarding-rules.ts';
import { CopyButton } from '../../../common/copy-button.tsx';
import formClasses from '../../../connection/connection-dialog.module.css';
import { text } from '../../../messages/text.ts';
import classes from './through.module.css';
import type { LoginWindow } from './way.ts';

interface ForwardingProps {
  /** The user's callback URL. */
  from: string;
  /** Peaka's. */
  to: string;
  window: LoginWindow;
}

/** The rule for the user's own server, with both addresses filled in. */
export function Forwarding({ from, to, window }: ForwardingProps) {
  const rules = forwardingRules(from, to);
  const [isOpen, setOpen] = useState(false);
  const [server, setServer] = useState<ForwardingRule['server']>('apache');
  const id = useId();
  const sentenceId = useId();
  const rule = rules.find((each) => each.server === server) ?? rules[0];
  if (rule === undefined) return null;
  return (
    <div>
      <button
        type="button"
        className={formClasses.disclosure}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        <IconChevronRight size={14} stroke={1.8} aria-hidden />
        {text('peaka.through.forwarding')}
      </button>
      <div id={id} hidden={!isOpen} className={classes.rule}>
        <p className={formClasses.sentence} id={sentenceId}>
          {text(`peaka.through.forwarding.${window}`)}
        </p>
        <div className={classes.ruleHead}>
          <SegmentedControl
            className={formClasses.segments ?? ''}
            aria-label={text('peaka.through.forwarding.server')}
            aria-describedby={sentenceId}
            size="xs"
            value={rule.server}
            data={rules.map(({ server, label }) => ({ value: server, label }))}
            onChange={(next) => setServer(rules.find((each) => each.server === next)?.server ?? server)}
          />
          <CopyButton text={rule.text} what={text('peaka.through.forwarding.copied')} />
        </div>
        <section
          className={classes.code}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, also with the keys
          tabIndex={0}
          aria-label={text('peaka.through.forwarding.rule', { server: rule.label })}
        >
          <pre className="mono">{rule.text}</pre>
        </section>
      </div>
    </div>
  );
}
