import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import type { CallRequest } from '../../app/shared/contract/contract.ts';
import type { FeedServerView } from '../../app/shared/contract/feeds.ts';
import { dateOnly } from '../common/time.ts';
import { confirm } from '../common/window-state.ts';
import { exportAuthority, replaceAuthority } from '../feeds/feed-actions.ts';
import { text } from '../messages/text.ts';
import { Row } from './section.tsx';

type Format = CallRequest<'feeds.exportAuthority'>['format'];

const formats: Record<Format, true> = { pem: true, der: true, pkcs12: true };
// The object above has exactly these keys. TypeScript loses that type in `keys`.
const formatNames = Object.keys(formats) as Format[];

/** The authority that readers must trust, and how they get it. */
export function FeedAuthority({ certificates: { authority, uncovered } }: Pick<FeedServerView, 'certificates'>) {
  return (
    <>
      <Row
        label={text('settings.feeds.authority')}
        hint={
          authority === null
            ? text('settings.feeds.authority.hint')
            : text('settings.feeds.authority.valid', { date: dateOnly(authority.validTo) })
        }
      >
        <Menu width={260}>
          <Menu.Target>
            <Button variant="default" rightSection={<IconChevronDown size={14} aria-hidden />}>
              {text('settings.feeds.authority.export')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {formatNames.map((format) => (
              <Menu.Item key={format} onClick={() => void exportAuthority(format)}>
                {text(`settings.feeds.authority.${format}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      </Row>
      {uncovered.length === 0 ? null : (
        <Row
          label={text('settings.feeds.uncovered')}
          hint={text('settings.feeds.uncovered.hint', { names: uncovered.join(', ') })}
        >
          <Button
            variant="default"
            onClick={() =>
              confirm({
                title: () => text('settings.feeds.replace.title'),
                text: () => text('settings.feeds.replace.text'),
                confirmLabel: () => text('settings.feeds.replace'),
                onConfirm: replaceAuthority,
              })
            }
          >
            {text('settings.feeds.replace')}
          </Button>
        </Row>
      )}
    </>
  );
}
