import { Menu } from '@mantine/core';
import { IconCheck, IconChevronDown } from '@tabler/icons-react';
import { type PeakaLink, type PeakaRenewal, peakaRenewals } from '../../../app/shared/peaka/link.ts';
import { text } from '../../messages/text.ts';
import { setRenewal } from './link-actions.ts';
import classes from './links.module.css';

/** Who renews the tokens at Peaka, and the way to change that. */
export function RenewalMenu({ link, renewal }: { link: PeakaLink; renewal: PeakaRenewal }) {
  const words = text(`peaka.link.renewal.${renewal}`);
  return (
    <Menu position="bottom-start" width={340} returnFocus>
      <Menu.Target>
        <button type="button" className={classes.renewal} aria-label={text('peaka.link.renewal.change', { words })}>
          {words}
          <IconChevronDown size={14} stroke={1.8} aria-hidden className={classes.chevron} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {peakaRenewals.map((each) => (
          <Menu.Item
            key={each}
            rightSection={
              each === renewal ? (
                <IconCheck size={15} stroke={2} aria-label={text('peaka.link.renewal.current')} />
              ) : null
            }
            onClick={() => {
              if (each !== renewal) void setRenewal(link, each);
            }}
          >
            <span className={classes.item}>
              <span>{text(`peaka.link.renewal.${each}`)}</span>
              <span className={classes.hint}>{text(`peaka.link.renewal.${each}.hint`)}</span>
            </span>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
