import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { useState } from 'react';
import { proxyModes } from '../../app/shared/contract/app.ts';
import type { NetworkView } from '../../app/shared/contract/contract.ts';
import type { ErrorReport } from '../../app/shared/errors.ts';
import { call, reportOf } from '../api/client.ts';
import { text, textOf } from '../messages/text.ts';
import { toast, toastError } from '../notices/toast.tsx';
import classes from './network-settings.module.css';
import { Row } from './section.tsx';

type Proxy = NetworkView['proxy'];
type Mode = Proxy['mode'];

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
      <Row label={text('settings.proxy')} hint={text(`settings.proxy.${mode}.hint`)}>
        <SegmentedControl
          aria-label={text('settings.proxy')}
          aria-description={text(`settings.proxy.${mode}.hint`)}
          data={proxyModes.map((value) => ({ value, label: text(`settings.proxy.${value}`) }))}
          value={mode}
          onChange={(value) => void choose(value)}
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
  const [problem, setProblem] = useState<ErrorReport | null>(null);
  const keepsPassword = proxy.hasPassword && password === undefined && username !== '';
  // The password belongs to the proxy that it was entered for.
  const stored = text(url.trim() === proxy.url ? 'settings.proxy.password.stored' : 'settings.proxy.password.again');
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
      toast(text('settings.proxy.saved'));
    } catch (error) {
      setProblem(reportOf(error));
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
        label={text('settings.proxy.url')}
        placeholder="http://proxy.example.com:8080"
        description={text('settings.proxy.url.hint')}
        value={url}
        error={problem === null ? null : textOf(problem.message)}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => setUrl(event.currentTarget.value)}
      />
      <div className={classes.login}>
        <TextInput
          label={text('settings.proxy.username')}
          aria-description={text('settings.proxy.login.hint')}
          value={username}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => setUsername(event.currentTarget.value)}
        />
        <TextInput
          type="password"
          label={text('settings.proxy.password')}
          aria-description={text('settings.proxy.login.hint')}
          placeholder={keepsPassword ? stored : text('settings.proxy.password.none')}
          value={password ?? ''}
          autoComplete="off"
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <Button type="submit" disabled={url.trim() === '' || isSaved}>
          {text('settings.proxy.use')}
        </Button>
      </div>
      <p className={classes.sentence}>{text('settings.proxy.login.hint')}</p>
    </form>
  );
}
