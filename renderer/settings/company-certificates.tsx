import { ActionIcon, Button, FileButton, Tooltip } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { PlatformKind } from '../../app/shared/contract/app.ts';
import type { NetworkView } from '../../app/shared/contract/contract.ts';
import type { ErrorReport } from '../../app/shared/errors.ts';
import { call, reportOf } from '../api/client.ts';
import { dateOnly } from '../common/time.ts';
import { text } from '../messages/text.ts';
import { toast, toastError } from '../notices/toast.tsx';
import classes from './network-settings.module.css';
import { Row } from './section.tsx';

interface CompanyCertificatesProps {
  certificates: NetworkView['certificates'];
  platform: PlatformKind | undefined;
  onSaved(network: NetworkView): void;
}

export function CompanyCertificates({ certificates, platform, onSaved }: CompanyCertificatesProps) {
  const [problem, setProblem] = useState<{ file: string; error: ErrorReport } | null>(null);
  const hint = text(`settings.certificates.hint.${platform === 'terminal' ? 'browser' : (platform ?? 'electron')}`);

  const add = async (files: File[]): Promise<void> => {
    setProblem(null);
    for (const file of files)
      try {
        const { added, leftOut, network } = await call('network.addCertificates', { pem: await certificateText(file) });
        onSaved(network);
        toast(text('settings.certificates.added', { added, leftOut }));
      } catch (error) {
        setProblem({ file: file.name, error: reportOf(error) });
      }
  };
  const remove = async ({ id, subject }: NetworkView['certificates'][number]): Promise<void> => {
    try {
      onSaved(await call('network.removeCertificate', { id }));
      toast(text('settings.certificates.removed', { name: nameOf(subject) }), async () => {
        try {
          onSaved(await call('network.restoreCertificate', { id }));
        } catch (error) {
          toastError(error);
        }
      });
    } catch (error) {
      toastError(error);
    }
  };

  return (
    <>
      <Row label={text('settings.certificates')} hint={hint}>
        <FileButton
          multiple
          accept=".pem,.crt,.cer,.der,.ca-bundle,application/x-x509-ca-cert,application/x-pem-file"
          onChange={(files) => void add(files)}
          inputProps={{ 'aria-label': text('settings.certificates.files'), 'aria-description': hint }}
        >
          {(props) => (
            <Button variant="default" aria-description={hint} {...props}>
              {text('settings.certificates.add')}
            </Button>
          )}
        </FileButton>
      </Row>
      {problem === null ? null : (
        <p className={classes.problem} role="alert">
          {text('settings.certificates.problem', { file: problem.file, problem: problem.error.message })}
        </p>
      )}
      {certificates.length === 0 ? null : (
        <ul className={classes.certificates} aria-label={text('settings.certificates')}>
          {certificates.map((certificate) => (
            <li key={certificate.id} className={classes.certificate}>
              <span className={classes.names}>
                <span title={`SHA-256 ${certificate.id}`}>{nameOf(certificate.subject)}</span>
                <span className={classes.facts}>{facts(certificate)}</span>
              </span>
              <Tooltip label={text('settings.certificates.remove')}>
                <ActionIcon
                  aria-label={text('settings.certificates.remove.named', { name: nameOf(certificate.subject) })}
                  onClick={() => void remove(certificate)}
                >
                  <IconTrash size={16} />
                </ActionIcon>
              </Tooltip>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

const nameOf = (name: string): string => name || text('network.certificates.unnamed');

function facts({ subject, issuer, validTo }: NetworkView['certificates'][number]): string {
  const date = dateOnly(validTo);
  return issuer === subject
    ? text('settings.certificates.valid', { date })
    : text('settings.certificates.signed', { issuer: nameOf(issuer), date });
}

/** In bytes. No bundle of authorities is larger. */
const mostBytes = 2_000_000;

/** A certificate file as text: PEM as it is, DER as its base64. A file too large is cut, and then no certificate. */
async function certificateText(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.slice(0, mostBytes).arrayBuffer());
  const decoded = new TextDecoder().decode(bytes);
  if (decoded.includes('-----BEGIN')) return decoded;
  // Piece by piece: the arguments of a call are limited.
  let binary = '';
  for (let start = 0; start < bytes.length; start += 8192)
    binary += String.fromCharCode(...bytes.subarray(start, start + 8192));
  return btoa(binary);
}
