import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconCheck, IconChevronDown, IconCopy } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { ExchangeSummary } from '../../app/shared/exchange.ts';
import { call } from '../api/client.ts';
import { copyText } from '../common/copy-text.ts';
import { confirm } from '../common/window-state.ts';
import { text } from '../messages/text.ts';
import { toast, toastError } from '../notices/toast.tsx';

/** Copies the request as a command: without confirmation with secrets masked, or with the token after a confirmation. */
export function CurlMenu({ exchange, name }: { exchange: ExchangeSummary; name: string }) {
  const [copied, setCopied] = useState<number | null>(null);
  useEffect(() => {
    if (copied === null) return;
    const timer = setTimeout(() => setCopied(null), 1600);
    return () => clearTimeout(timer);
  }, [copied]);
  const isCopied = copied === exchange.id;

  const copy = async (withToken: boolean): Promise<boolean> => {
    try {
      await copyText((await call('console.curl', { id: exchange.id, withToken })).text);
      return true;
    } catch (error) {
      toastError(error);
      return false;
    }
  };

  return (
    <Button.Group>
      <Button
        size="compact-xs"
        variant="default"
        leftSection={isCopied ? <IconCheck size={13} aria-hidden /> : <IconCopy size={13} aria-hidden />}
        onClick={async () => {
          if (await copy(false)) setCopied(exchange.id);
        }}
      >
        {text(isCopied ? 'common.copied' : 'console.copy')}
      </Button>
      {exchange.kind === 'get' && exchange.connectionId !== undefined ? (
        <Menu width={230}>
          <Menu.Target>
            <ActionIcon size={22} variant="default" aria-label={text('console.copy.more')}>
              <IconChevronDown size={13} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item
              onClick={() =>
                confirm({
                  title: () => text('console.copy.ask.title'),
                  text: () =>
                    name === '' ? text('console.copy.ask.unnamed') : text('console.copy.ask.named', { name }),
                  confirmLabel: () => text('console.copy.ask.confirm'),
                  onConfirm: async () => {
                    if (await copy(true)) toast(text('console.copy.done'));
                  },
                })
              }
            >
              {text('console.copy.withToken')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      ) : null}
    </Button.Group>
  );
}
