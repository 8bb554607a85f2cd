import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { NetworkView } from '../../app/shared/contract/contract.ts';
import { call, reportOf } from '../api/client.ts';
import { textOf } from '../messages/text.ts';
import { toast, toastError } from '../notices/toast.tsx';
import classes from './network-settings.module.css';
import { Row } from './section.tsx';

type Proxy = NetworkView['proxy'];
type Mode = Proxy['mode'];

const modes: { value: Mode; label: string; hint: string }[] = [
  { value: 'system', label: 'System', hint: 'Logins, token requests and data use the proxy settings of your system.' },
  {
    value: 'manual',
    label: 'This proxy',
    hint: 'Logins, token requests and data use this proxy, except for addresses on this computer.',
  },
  { value: 'none', label: 'None', hint: 'Connects directly to every service and ignores your system’s settings.' },
];

interface ProxySettingsProps {
  proxy: Proxy;
  onSaved(network: NetworkView): void;
}

export function ProxySettings({ proxy, onSaved }: ProxySettingsProps) {
  const [mode, setMode] = useState(proxy.mode);
  const choose = async (chosen: Mode): Promise<void> => {
    setMode(chosen);
    // The user's own proxy is saved once its URL is entered.
    if (chosen === 'manual') return;
    try {
      onSaved(await call('network.saveProxy', { mode: chosen, url: proxy.url, username: proxy.username }));
    } catch (error) {
      setMode(proxy.mode);
      toastError(error);
    }
  };
  return (
    <>
      <Row label="Proxy" hint={modes.find(({ value }) => value === mode)?.hint}>
        <SegmentedControl
          aria-label="Proxy"
          data={modes.map(({ value, label }) => ({ value, label }))}
          value={mode}
          onChange={(value) => void choose(modes.find((each) => each.value === value)?.value ?? 'system')}
        />
      </Row>
      {mode === 'manual' ? <ProxyForm proxy={proxy} onSaved={onSaved} /> : null}
    </>
  );
}

function ProxyForm({ proxy, onSaved }: ProxySettingsProps) {
  const [url, setUrl] = useState(proxy.url);
  const [username, setUsername] = useState(proxy.username);
  /** `undefined`: the stored password stays. */
  const [password, setPassword] = useState<string | undefined>(undefined);
  const [problem, setProblem] = useState<string | null>(null);
  const keepsPassword = proxy.hasPassword && password === undefined && username !== '';
  // The password belongs to the proxy that it was entered for.
  const stored = url.trim() === proxy.url ? 'Stored' : 'Enter it again for another proxy';
  const isSaved = proxy.mode === 'manual' && url === proxy.url && username === proxy.username && password === undefined;

  const save = async (): Promise<void> => {
    try {
      const typed = username === '' ? null : password;
      const network = await call('network.saveProxy', {
        mode: 'manual',
        url,
        username,
        ...(typed === undefined ? {} : { password: typed }),
      });
      setPassword(undefined);
      setProblem(null);
      onSaved(network);
      toast('The next request or login uses this proxy.');
    } catch (error) {
      setProblem(textOf(reportOf(error).message));
    }
  };

  return (
    <form
      className={classes.proxy}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextInput
        label="Proxy URL"
        placeholder="http://proxy.example.com:8080"
        description="http, https or socks5. A socks5 proxy with a password works for data, not for login windows."
        value={url}
        error={problem}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => setUrl(event.currentTarget.value)}
      />
      <div className={classes.login}>
        <TextInput
          label="User name"
          placeholder="Only if the proxy asks"
          value={username}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => setUsername(event.currentTarget.value)}
        />
        <TextInput
          type="password"
          label="Password"
          placeholder={keepsPassword ? stored : 'None stored'}
          value={password ?? ''}
          autoComplete="off"
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <Button type="submit" disabled={url.trim() === '' || isSaved}>
          Use this proxy
        </Button>
      </div>
    </form>
  );
}
