import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { usePeakaLinks } from '../../api/peaka-queries.ts';
import { openPeakaHandOver } from '../../common/window-state.ts';
import { text } from '../../messages/text.ts';
import { LinkCard } from './link-card.tsx';
import classes from './links.module.css';

/** What a connection here became at Peaka. Nothing is shown until it became something. */
export function ConnectionLinks({ connectionId, canHandOver }: { connectionId: string; canHandOver: boolean }) {
  const links = usePeakaLinks().filter(({ link }) => link.source === connectionId);
  if (links.length === 0) return null;
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
        {links.map(({ link }) => (
          <li key={link.id}>
            <LinkCard link={link} />
          </li>
        ))}
      </ul>
    </section>
  );
}
