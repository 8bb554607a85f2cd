import { SegmentedControl, Textarea } from '@mantine/core';
import { useId } from 'react';
import { findCredentials } from '../../app/shared/resource/credentials.ts';
import { bodyTypes, type Resource, resourceMethods } from '../../app/shared/resource/resource.ts';
import { text } from '../messages/text.ts';
import classes from './body-editor.module.css';
import { DraftCredential } from './draft-credential.tsx';
import type { EditResource } from './use-draft.ts';

interface BodyEditorProps {
  draft: Resource;
  problemOf: (field: string) => string | undefined;
  edit: EditResource;
  flush: () => Promise<boolean>;
  touch: (field: string) => void;
}

const examples: Record<Resource['body']['type'], string> = {
  json: '{\n  "from": "2026-01-01"\n}',
  form: 'from=2026-01-01\nregion=north',
  graphql: '{sales{day}}',
};

/** GET or POST, and what a POST sends. */
export function BodyEditor({ draft, problemOf, edit, flush, touch }: BodyEditorProps) {
  const { method, body } = draft;
  const hintId = useId();
  const credential = findCredentials(draft).find(({ place }) => place === 'body');
  const change = (part: Partial<Resource['body']>): void => edit({ body: { ...body, ...part } });
  const fields = { autosize: true, spellCheck: false, classNames: { input: 'mono' } } as const;
  return (
    <div className={classes.editor}>
      <div className={classes.row}>
        <SegmentedControl
          size="xs"
          aria-label={text('resourcePage.method')}
          aria-describedby={hintId}
          value={method}
          data={[...resourceMethods]}
          onChange={(chosen) => edit({ method: chosen })}
        />
        {method === 'POST' ? (
          <SegmentedControl
            size="xs"
            aria-label={text('resourcePage.body.type')}
            aria-describedby={hintId}
            value={body.type}
            data={bodyTypes.map((value) => ({ value, label: text(`resourcePage.body.type.${value}`) }))}
            onChange={(type) => change({ type })}
          />
        ) : null}
      </div>
      <p id={hintId} className={classes.hint}>
        {text(method === 'GET' ? 'resourcePage.method.get' : 'resourcePage.method.post')}
      </p>
      {method === 'POST' ? (
        <>
          <Textarea
            {...fields}
            minRows={4}
            maxRows={14}
            label={text(`resourcePage.body.text.${body.type}`)}
            description={text(`resourcePage.body.hint.${body.type}`)}
            placeholder={examples[body.type]}
            value={body.text}
            error={problemOf('body')}
            onBlur={() => touch('body')}
            onChange={(event) => change({ text: event.currentTarget.value })}
          />
          {body.type === 'graphql' ? (
            <Textarea
              {...fields}
              minRows={2}
              maxRows={8}
              label={text('resourcePage.body.variables')}
              description={text('resourcePage.body.variables.hint')}
              placeholder={'{ "first": 100 }'}
              value={body.variables}
              error={problemOf('body.variables')}
              onBlur={() => touch('body.variables')}
              onChange={(event) => change({ variables: event.currentTarget.value })}
            />
          ) : null}
          {credential === undefined ? null : (
            <DraftCredential
              found={credential}
              unsaved={text('resourcePage.unsaved.body')}
              draft={draft}
              edit={edit}
              flush={flush}
            />
          )}
        </>
      ) : null}
    </div>
  );
}
