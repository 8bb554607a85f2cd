import { ActionIcon, Tooltip } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ExchangeDetail as Exchange } from '../../app/shared/exchange.ts';
import { verbatim } from '../../app/shared/messages/message.ts';
import { call, reportOf } from '../api/client.ts';
import { formatBytes, formatDuration } from '../common/numbers.ts';
import { absoluteTime } from '../common/time.ts';
import { adviceFor } from '../errors/advice.ts';
import { ErrorPanel } from '../errors/error-panel.tsx';
import { rich } from '../messages/rich.ts';
import { text } from '../messages/text.ts';
import { CurlMenu } from './copy-curl.tsx';
import classes from './detail.module.css';
import { ExchangeBody } from './exchange-body.tsx';
import { clockTime, resultOf, resultTone } from './exchange-words.ts';
import { FieldTable } from './field-table.tsx';
import { hasMask, MaskedText } from './masked-text.tsx';

interface ExchangeDetailProps {
  id: number;
  name: string;
  onClose: () => void;
}

/** Never fetched twice: a finished request does not change. */
const exchangeQuery = (id: number) =>
  queryOptions({ queryKey: ['exchange', id], queryFn: () => call('console.exchange', { id }), gcTime: 60_000 });

const sides = ['response', 'request'] as const;
type Side = (typeof sides)[number];

/** One request and its response in full. */
export function ExchangeDetail({ id, name, onClose }: ExchangeDetailProps) {
  const { data: exchange, error } = useQuery({ ...exchangeQuery(id), placeholderData: keepPreviousData });
  const [side, setSide] = useState<Side>('response');
  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft') return;
    event.preventDefault();
    const next = side === 'request' ? 'response' : 'request';
    setSide(next);
    document.getElementById(`console-tab-${next}`)?.focus();
  };
  return (
    <aside
      className={classes.detail}
      aria-label={text('console.request')}
      aria-busy={exchange?.id !== id && error === null}
    >
      <header className={classes.head}>
        <div
          role="tablist"
          aria-label={text('console.sides')}
          tabIndex={-1}
          className={classes.tabs}
          onKeyDown={onKeyDown}
        >
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
              {text(`console.side.${each}`)}
            </button>
          ))}
        </div>
        {exchange === undefined ? null : <CurlMenu exchange={exchange} name={name} />}
        <Tooltip label={text('console.request.closeTip')}>
          <ActionIcon size="sm" aria-label={text('console.request.close')} onClick={onClose}>
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
        {exchange === undefined || error !== null ? null : <Content exchange={exchange} name={name} side={side} />}
      </section>
    </aside>
  );
}

function Content({ exchange, name, side }: { exchange: Exchange; name: string; side: Side }) {
  const headers = side === 'request' ? exchange.requestHeaders : exchange.responseHeaders;
  const parameters = queryOf(exchange.url);
  const isMasked = hasMask(
    [
      exchange.url,
      exchange.requestBody,
      exchange.responseBody,
      ...[...exchange.requestHeaders, ...exchange.responseHeaders].flat(),
    ].join(' '),
  );
  return (
    <>
      <p className={classes.address}>
        <span className={classes.method}>{exchange.method}</span> <MaskedText text={exchange.url} />
      </p>
      <p className={classes.facts}>
        <span className={classes.result} data-tone={resultTone(exchange)}>
          {resultOf(exchange)}
        </span>
        <span>{text(`console.kind.${exchange.kind}`)}</span>
        {name === '' ? null : <span className={classes.factName}>{name}</span>}
        <span title={absoluteTime(exchange.at)}>{text('console.began', { time: clockTime(exchange.at) })}</span>
        {exchange.durationMs === undefined ? null : (
          <span>{text('console.took', { duration: formatDuration(exchange.durationMs) })}</span>
        )}
        {exchange.bytes === undefined ? null : <span>{formatBytes(exchange.bytes)}</span>}
      </p>
      {exchange.error === undefined ? null : (
        <p className={classes.problem}>
          {adviceFor({ code: exchange.error, message: verbatim('') }).title}{' '}
          <span className={classes.code}>{exchange.error}</span>
        </p>
      )}
      {side === 'request' && parameters.length > 0 ? (
        <section className={classes.section} aria-label={text('console.parameters.label')}>
          <h3 className={classes.sectionTitle}>{text('console.parameters')}</h3>
          <FieldTable fields={parameters} />
        </section>
      ) : null}
      <section className={classes.section} aria-label={text(`console.headers.${side}`)}>
        <h3 className={classes.sectionTitle}>{text('console.headers')}</h3>
        {headers.length === 0 ? (
          <p className={classes.none}>
            {text(
              side === 'response' && exchange.status === undefined
                ? 'console.headers.noResponse'
                : 'console.headers.none',
            )}
          </p>
        ) : (
          <FieldTable fields={headers} />
        )}
      </section>
      <ExchangeBody
        what={side}
        body={side === 'request' ? exchange.requestBody : exchange.responseBody}
        isCut={exchange.bodyTruncated && side === 'response'}
      />
      {isMasked ? (
        <p className={classes.secretNote}>
          {rich('console.masked', { dots: (dots) => <span className={classes.masked}>{dots}</span> })}
        </p>
      ) : null}
    </>
  );
}

function queryOf(url: string): [string, string][] {
  const query = /\?([^#]*)/.exec(url)?.[1] ?? '';
  return query === '' ? [] : [...new URLSearchParams(query)];
}
