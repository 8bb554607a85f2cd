import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { PeakaLink } from '../../../app/shared/peaka/link.ts';
import { openPeakaHandOver } from '../../common/window-state.ts';
import { text } from '../../messages/text.ts';
import { LinkCard } from './link-card.tsx';
import classes from './links.module.css';

interface LinksSectionProps {
  connectionId: string;
  links: readonly PeakaLink[];
  canHandOver: boolean;
}

/** The connections at Peaka that were made from a connection here. */
export function LinksSection({ connectionId, links, canHandOver }: LinksSectionProps) {
  return (
    <section aria-labelledby="in-peaka" className={classes.section}>
      <div className={classes.head}>
        <h2 id="in-peaka" className={classes.heading}>
          {text('peaka.link.section')}
        </h2>
        {canHandOver ? (
          <Button
            size="compact-xs"
            variant="subtle"
            leftSection={<IconPlus size={13} stroke={1.8} aria-hidden />}
            onClick={() => openPeakaHandOver(connectionId)}
          >
            {text('peaka.link.another')}
          </Button>
        ) : null}
      </div>
      <ul className={classes.list}>
        {links.map((link) => (
          <li key={link.id}>
            <LinkCard link={link} />
          </li>
        ))}
      </ul>
    </section>
  );
}
