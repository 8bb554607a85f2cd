import { ActionIcon, Button, FileButton, Tooltip } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { PlatformKind } from '../../app/shared/contract/app.ts';
import type { CallResponse, NetworkView } from '../../app/shared/contract/contract.ts';
import { call, reportOf } from '../api/client.ts';
import { dateOnly } from '../common/time.ts';
import { textOf } from '../messages/text.ts';
import { toast, toastError } from '../notices/toast.tsx';
import classes from './network-settings.module.css';
import { Row } from './section.tsx';

interface CompanyCertificatesProps {
  certificates: NetworkView['certificates'];
  platform: PlatformKind | undefined;
  onSaved(network: NetworkView): void;
}

const explanation =
  'Tokenboard trusts the certificates of your system. If your company network uses others, add the PEM or DER file from your administrator.';
/** What login windows need besides. The browser reads its list when it starts. */
const forWindows: Record<PlatformKind, string> = {
  electron: '',
  browser: ' Restart Tokenboard to use it in login windows. If a window still refuses it, add it to your system.',
};

const count = (number: number) => (number === 1 ? 'One certificate' : `${number} certificates`);

function added({ added: fresh, leftOut }: CallResponse<'network.addCertificates'>): string {
  const news = fresh === 0 ? 'Nothing new in this file.' : `${count(fresh)} added.`;
  return leftOut === 0 ? news : `${news} ${count(leftOut)} left out: damaged, expired or not an authority’s.`;
}

export function CompanyCertificates({ certificates, platform, onSaved }: CompanyCertificatesProps) {
  const [problem, setProblem] = useState<string | null>(null);

  const add = async (files: File[]): Promise<void> => {
    setProblem(null);
    for (const file of files)
      try {
        const response = await call('network.addCertificates', { pem: await certificateText(file) });
        onSaved(response.network);
        toast(added(response));
      } catch (error) {
        setProblem(`${file.name}: ${textOf(reportOf(error).message)}`);
      }
  };
  const remove = async ({ id, subject }: NetworkView['certificates'][number]): Promise<void> => {
    try {
      onSaved(await call('network.removeCertificate', { id }));
      toast(`${subject} is no longer trusted.`, async () => {
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
      <Row
        label="Company certificates"
        hint={platform === undefined ? explanation : `${explanation}${forWindows[platform]}`}
      >
        <FileButton
          multiple
          accept=".pem,.crt,.cer,.der,.ca-bundle,application/x-x509-ca-cert,application/x-pem-file"
          onChange={(files) => void add(files)}
          inputProps={{ 'aria-label': 'Certificate files' }}
        >
          {(props) => (
            <Button variant="default" {...props}>
              Add certificate
            </Button>
          )}
        </FileButton>
      </Row>
      {problem === null ? null : (
        <p className={classes.problem} role="alert">
          {problem}
        </p>
      )}
      {certificates.length === 0 ? null : (
        <ul className={classes.certificates} aria-label="Company certificates">
          {certificates.map((certificate) => (
            <li key={certificate.id} className={classes.certificate}>
              <span className={classes.names}>
                <span title={`SHA-256 ${certificate.id}`}>{certificate.subject}</span>
                <span className={classes.facts}>
                  {certificate.issuer === certificate.subject ? '' : `Signed by ${certificate.issuer}. `}
                  {`Valid until ${dateOnly(certificate.validTo)}`}
                </span>
              </span>
              <Tooltip label="Remove">
                <ActionIcon aria-label={`Remove ${certificate.subject}`} onClick={() => void remove(certificate)}>
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

/** In bytes. No bundle of authorities is larger. */
const mostBytes = 2_000_000;

/** A certificate file as text: PEM as it is, DER as its base64. A file too large is cut, and then no certificate. */
async function certificateText(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.slice(0, mostBytes).arrayBuffer());
  const text = new TextDecoder().decode(bytes);
  if (text.includes('-----BEGIN')) return text;
  // Piece by piece: the arguments of a call are limited.
  let binary = '';
  for (let start = 0; start < bytes.length; start += 8192)
    binary += String.fromCharCode(...bytes.subarray(start, start + 8192));
  return btoa(binary);
}
