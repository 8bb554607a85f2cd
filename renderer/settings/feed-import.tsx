import { Button, FileButton, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { FeedServerView } from '../../app/shared/contract/feeds.ts';
import type { ErrorReport } from '../../app/shared/errors.ts';
import { call, reportOf } from '../api/client.ts';
import { loadFeeds } from '../api/feeds.ts';
import { dateOnly } from '../common/time.ts';
import { ErrorPanel } from '../errors/error-panel.tsx';
import { text } from '../messages/text.ts';
import classes from './feed-settings.module.css';
import { Row } from './section.tsx';

interface FeedImportProps extends Pick<FeedServerView, 'certificates'> {
  /** A certificate was imported. */
  onImported: () => void;
}

/** In bytes. No chain of certificates is larger. */
const mostBytes = 100_000;
/** RFC 5958, and the encryption of OpenSSL's older format (RFC 1421). */
const isEncrypted = (pem: string): boolean => /BEGIN ENCRYPTED PRIVATE KEY|Proc-Type: 4,ENCRYPTED/.test(pem);

/** A certificate of the user's, with its key, from one file or several. */
export function FeedImport({ certificates: { imported }, onImported }: FeedImportProps) {
  /** The files, while their passphrase is missing. */
  const [pem, setPem] = useState<string | null>(null);
  const [passphrase, setPassphrase] = useState('');
  const [problem, setProblem] = useState<ErrorReport | null>(null);

  const take = async (text: string, typed: string): Promise<void> => {
    try {
      await call('feeds.importCertificate', { certificates: text, key: text, passphrase: typed });
      setPem(null);
      setPassphrase('');
      setProblem(null);
      await loadFeeds();
      onImported();
    } catch (error) {
      setProblem(reportOf(error));
    }
  };
  const choose = async (files: File[]): Promise<void> => {
    const texts = await Promise.all(files.map((file) => file.slice(0, mostBytes).text()));
    const whole = texts.join('\n').slice(0, mostBytes);
    setProblem(null);
    setPem(isEncrypted(whole) ? whole : null);
    if (!isEncrypted(whole) && files.length > 0) {
      await take(whole, '');
    }
  };
  const hint =
    imported === null
      ? text('settings.feeds.imported.hint')
      : text('settings.feeds.imported.valid', { names: imported.names.join(', '), date: dateOnly(imported.validTo) });
  return (
    <>
      <Row label={text('settings.feeds.imported')} hint={hint}>
        <FileButton
          multiple
          accept=".pem,.crt,.cer,.key"
          onChange={(files) => void choose(files)}
          inputProps={{ 'aria-label': text('settings.feeds.imported.files'), 'aria-description': hint }}
        >
          {(props) => (
            <Button variant="default" aria-description={hint} {...props}>
              {text('settings.feeds.imported.choose')}
            </Button>
          )}
        </FileButton>
      </Row>
      {pem === null ? null : (
        <form
          className={classes.passphrase}
          onSubmit={(event) => {
            event.preventDefault();
            void take(pem, passphrase);
          }}
        >
          <TextInput
            type="password"
            label={text('settings.feeds.passphrase')}
            description={text('settings.feeds.passphrase.hint')}
            value={passphrase}
            autoComplete="off"
            onChange={(event) => setPassphrase(event.currentTarget.value)}
          />
          <Button type="submit" disabled={passphrase === ''}>
            {text('settings.feeds.imported.use')}
          </Button>
        </form>
      )}
      {problem === null ? null : <ErrorPanel error={problem} isSmall />}
    </>
  );
}
