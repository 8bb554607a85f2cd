import { useMemo } from 'react';
import { CopyButton } from '../common/copy-button.tsx';
import { bodyParts, jsonPieces } from './body-parts.ts';
import classes from './detail.module.css';
import { FieldTable } from './field-table.tsx';
import { MaskedText } from './masked-text.tsx';

interface ExchangeBodyProps {
  /** `undefined`: there was no body, or it was not kept. */
  text: string | undefined;
  what: 'request' | 'response';
  isCut: boolean;
}

/** A longer body has one colour: thousands of coloured pieces would slow the arrow keys. */
const mostColoured = 6000;

/** The body of a request or a response, formatted for reading. */
export function ExchangeBody({ text, what, isCut }: ExchangeBodyProps) {
  const parts = useMemo(() => (text === undefined ? undefined : bodyParts(text)), [text]);
  return (
    <section className={classes.section} aria-label={`Body of the ${what}`}>
      <header className={classes.sectionHead}>
        <h3 className={classes.sectionTitle}>Body</h3>
        {text === undefined || text === '' ? null : <CopyButton text={text} what={`body of the ${what}`} />}
      </header>
      {parts === undefined || text === '' ? (
        <p className={classes.none}>{what === 'request' ? 'Nothing was sent.' : 'No body is kept.'}</p>
      ) : parts.kind === 'form' ? (
        <FieldTable fields={parts.fields} />
      ) : (
        <pre className={classes.body}>
          {parts.kind === 'json' && parts.text.length <= mostColoured ? (
            <ColouredJson text={parts.text} />
          ) : (
            <MaskedText text={parts.text} />
          )}
        </pre>
      )}
      {isCut ? <p className={classes.none}>There was more: the console keeps only the start of long bodies.</p> : null}
    </section>
  );
}

function ColouredJson({ text }: { text: string }) {
  let at = 0;
  return jsonPieces(text).map((piece) => {
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
