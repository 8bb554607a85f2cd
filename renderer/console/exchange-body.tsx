import { useMemo } from 'react';
import { CopyButton } from '../common/copy-button.tsx';
import { text } from '../messages/text.ts';
import { bodyParts, jsonPieces } from './body-parts.ts';
import classes from './detail.module.css';
import { FieldTable } from './field-table.tsx';
import { MaskedText } from './masked-text.tsx';

interface ExchangeBodyProps {
  /** `undefined`: there was no body, or it was not kept. */
  body: string | undefined;
  what: 'request' | 'response';
  isCut: boolean;
}

/** A longer body has one colour: thousands of coloured pieces would slow the arrow keys. */
const mostColoured = 6000;

/** The body of a request or a response, formatted for reading. */
export function ExchangeBody({ body, what, isCut }: ExchangeBodyProps) {
  const parts = useMemo(() => (body === undefined ? undefined : bodyParts(body)), [body]);
  return (
    <section className={classes.section} aria-label={text(`console.body.${what}`)}>
      <header className={classes.sectionHead}>
        <h3 className={classes.sectionTitle}>{text('console.body')}</h3>
        {body === undefined || body === '' ? null : <CopyButton text={body} what={text(`console.body.copy.${what}`)} />}
      </header>
      {parts === undefined || body === '' ? (
        <p className={classes.none}>{text(`console.body.none.${what}`)}</p>
      ) : parts.kind === 'form' ? (
        <FieldTable fields={parts.fields} />
      ) : (
        <pre className={classes.body}>
          {parts.kind === 'json' && parts.text.length <= mostColoured ? (
            <ColouredJson json={parts.text} />
          ) : (
            <MaskedText text={parts.text} />
          )}
        </pre>
      )}
      {isCut ? <p className={classes.none}>{text('console.body.cut')}</p> : null}
    </section>
  );
}

function ColouredJson({ json }: { json: string }) {
  let at = 0;
  return jsonPieces(json).map((piece) => {
    const key = at;
    at += piece.text.length;
    return piece.kind === 'rest' ? (
      piece.text
    ) : (
      <span key={key} data-json={piece.kind}>
        <MaskedText text={piece.text} />
      </span>
    );
  });
}
