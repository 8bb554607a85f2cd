import { ActionIcon, Tooltip } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { HopDetail as Hop } from '../../app/console/hop.ts';
import { call, reportOf } from '../api/client.ts';
import { adviceFor } from '../errors/advice.ts';
import { ErrorPanel } from '../errors/error-panel.tsx';
import { formatBytes, formatDuration } from '../words/numbers.ts';
import { absoluteTime } from '../words/time.ts';
import { CurlMenu } from './copy-curl.tsx';
import classes from './detail.module.css';
import { FieldTable } from './field-table.tsx';
import { HopBody } from './hop-body.tsx';
import { clockTime, kindWords, resultOf, resultTone } from './hop-words.ts';
import { hasMask, MaskedText } from './masked-text.tsx';

interface HopDetailProps {
  id: number;
  name: string;
  onClose: () => void;
}

/** Never asked for twice: a request that is over does not change. */
const hopQuery = (id: number) =>
  queryOptions({ queryKey: ['hop', id], queryFn: () => call('console.hop', { id }), gcTime: 60_000 });

const sides = ['response', 'request'] as const;
type Side = (typeof sides)[number];
const sideWords: Record<Side, string> = { response: 'Response', request: 'Request' };

/** One request and its answer in full. */
export function HopDetail({ id, name, onClose }: HopDetailProps) {
  const { data: hop, error } = useQuery({ ...hopQuery(id), placeholderData: keepPreviousData });
  const [side, setSide] = useState<Side>('response');
  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft') return;
    event.preventDefault();
    const next = side === 'request' ? 'response' : 'request';
    setSide(next);
    document.getElementById(`console-tab-${next}`)?.focus();
  };
  return (
    <aside className={classes.detail} aria-label="The request in full" aria-busy={hop?.id !== id && error === null}>
      <header className={classes.head}>
        <div role="tablist" aria-label="Side" tabIndex={-1} className={classes.tabs} onKeyDown={onKeyDown}>
          {sides.map((each) => (
            <button
              key={each}
              id={`console-tab-${each}`}
              type="button"
              role="tab"
              className={classes.tab}
              aria-selected={each === side}
              {...(each === side ? { 'aria-controls': 'console-side' } : {})}
              tabIndex={each === side ? 0 : -1}
              onClick={() => setSide(each)}
            >
              {sideWords[each]}
            </button>
          ))}
        </div>
        {hop === undefined ? null : <CurlMenu hop={hop} name={name} />}
        <Tooltip label="Close (Esc)">
          <ActionIcon size="sm" aria-label="Close the request" onClick={onClose}>
            <IconX size={15} />
          </ActionIcon>
        </Tooltip>
      </header>
      <section
        id="console-side"
        role="tabpanel"
        aria-labelledby={`console-tab-${side}`}
        className={classes.scroller}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a text that scrolls must be reachable by keyboard
        tabIndex={0}
      >
        {error !== null ? <ErrorPanel error={reportOf(error)} /> : null}
        {hop === undefined || error !== null ? null : <Content hop={hop} name={name} side={side} />}
      </section>
    </aside>
  );
}

function Content({ hop, name, side }: { hop: Hop; name: string; side: Side }) {
  const headers = side === 'request' ? hop.requestHeaders : hop.responseHeaders;
  const parameters = queryOf(hop.url);
  const isMasked = hasMask(
    [hop.url, hop.requestBody, hop.responseBody, ...[...hop.requestHeaders, ...hop.responseHeaders].flat()].join(' '),
  );
  return (
    <>
      <p className={classes.address}>
        <span className={classes.method}>{hop.method}</span> <MaskedText text={hop.url} />
      </p>
      <p className={classes.facts}>
        <span className={classes.result} data-tone={resultTone(hop)}>
          {resultOf(hop)}
        </span>
        <span>{kindWords[hop.kind]}</span>
        {name === '' ? null : <span className={classes.factName}>{name}</span>}
        <span title={absoluteTime(hop.at)}>began {clockTime(hop.at)}</span>
        {hop.durationMs === undefined ? null : <span>took {formatDuration(hop.durationMs)}</span>}
        {hop.bytes === undefined ? null : <span>{formatBytes(hop.bytes)}</span>}
      </p>
      {hop.error === undefined ? null : (
        <p className={classes.problem}>
          {adviceFor({ code: hop.error, message: '' }).title} <span className={classes.code}>{hop.error}</span>
        </p>
      )}
      {side === 'request' && parameters.length > 0 ? (
        <section className={classes.section} aria-label="Parameters of the address">
          <h3 className={classes.sectionTitle}>Parameters</h3>
          <FieldTable fields={parameters} />
        </section>
      ) : null}
      <section className={classes.section} aria-label={`Headers of the ${side}`}>
        <h3 className={classes.sectionTitle}>Headers</h3>
        {headers.length === 0 ? (
          <p className={classes.none}>{side === 'request' ? 'None recorded.' : noAnswer(hop)}</p>
        ) : (
          <FieldTable fields={headers} />
        )}
      </section>
      <HopBody
        what={side}
        text={side === 'request' ? hop.requestBody : hop.responseBody}
        isCut={hop.bodyTruncated && side === 'response'}
      />
      {isMasked ? (
        <p className={classes.secretNote}>
          <span className={classes.masked}>••••</span> stands for a secret. The console never stores secrets, so they
          cannot be shown here and are not in an export.
        </p>
      ) : null}
    </>
  );
}

const noAnswer = (hop: Hop): string => (hop.status === undefined ? 'No response.' : 'None recorded.');

function queryOf(url: string): [string, string][] {
  const query = /\?([^#]*)/.exec(url)?.[1] ?? '';
  return query === '' ? [] : [...new URLSearchParams(query)];
}
