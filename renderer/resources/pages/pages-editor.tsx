import { Button, NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { IconSparkles } from '@tabler/icons-react';
import { ceiling, newPages, type Pages, pageTypes } from '../../../app/shared/resource/pages.ts';
import type { Resource } from '../../../app/shared/resource/resource.ts';
import { useRun } from '../../api/runs.ts';
import { text } from '../../messages/text.ts';
import type { EditResource } from '../use-draft.ts';
import classes from './pages-editor.module.css';

export interface PagesEditorProps {
  draft: Resource;
  problemOf: (field: string) => string | undefined;
  edit: EditResource;
  touch: (field: string) => void;
}

const types = ['off', ...pageTypes] as const;

/** How further pages of the response are followed, and how far. */
export function PagesEditor({ draft, problemOf, edit, touch }: PagesEditorProps) {
  const { pages } = draft;
  const type = pages?.type ?? 'off';
  const run = useRun(draft.id);
  const offer = run.status === 'done' ? run.run.pagesOffer?.pages : undefined;
  const choose = (chosen: string): void => {
    const next = pageTypes.find((each) => each === chosen);
    edit({ pages: next === undefined ? null : newPages(next, pages ?? undefined) });
  };
  return (
    <div className={classes.editor}>
      <div className={classes.fields}>
        <NativeSelect
          label={text('pagesTab.type')}
          description={text(`pagesTab.hint.${type}`)}
          value={type}
          data={types.map((value) => ({ value, label: text(`pagesTab.type.${value}`) }))}
          onChange={(event) => choose(event.currentTarget.value)}
        />
        {pages === null ? null : (
          <WayFields draft={draft} pages={pages} problemOf={problemOf} edit={edit} touch={touch} />
        )}
      </div>
      {offer === undefined || JSON.stringify(offer) === JSON.stringify(pages) ? null : (
        <p className={classes.offer}>
          <IconSparkles size={15} stroke={1.7} aria-hidden />
          {text('pagesTab.recognised', { way: wayOf(offer) })}
          <Button size="compact-xs" variant="light" onClick={() => edit({ pages: offer })}>
            {text('pagesTab.use')}
          </Button>
        </p>
      )}
      {pages === null ? null : (
        <>
          <div className={classes.fields}>
            <Count
              label={text('pagesTab.mostPages')}
              description={text('pagesTab.mostPages.hint', { most: ceiling })}
              value={pages.mostPages}
              min={1}
              max={ceiling}
              onChange={(mostPages) => edit({ pages: { ...pages, mostPages } })}
            />
            <Count
              label={text('pagesTab.mostRows')}
              description={text('pagesTab.mostRows.hint')}
              value={pages.mostRows}
              min={1}
              max={100_000_000}
              onChange={(mostRows) => edit({ pages: { ...pages, mostRows } })}
            />
            <Count
              label={text('pagesTab.pause')}
              description={text('pagesTab.pause.hint')}
              value={pages.pauseMs === 0 ? null : pages.pauseMs}
              min={0}
              max={60_000}
              onChange={(pauseMs) => edit({ pages: { ...pages, pauseMs: pauseMs ?? 0 } })}
            />
          </div>
          <p className={classes.hint}>{text('pagesTab.peakboard')}</p>
        </>
      )}
    </div>
  );
}

/** The way and where it leads, such as `Cursor (/next_cursor → cursor)`. */
function wayOf(pages: Pages): string {
  const from = 'path' in pages ? pages.path : '';
  const to = pages.type === 'graphql' ? pages.variable : 'parameter' in pages ? pages.parameter : '';
  const places = [from, to].filter((place) => place !== '').join(' → ');
  const way = text(`pagesTab.type.${pages.type}`);
  return places === '' ? way : `${way} (${places})`;
}

/** The fields of one way. */
function WayFields({ draft, pages, problemOf, edit, touch }: PagesEditorProps & { pages: Pages }) {
  const field = (name: string) => ({
    spellCheck: false,
    classNames: { input: 'mono' },
    error: problemOf(`pages.${name}`),
    onBlur: () => touch(`pages.${name}`),
  });
  const { type } = pages;
  const parameterHint = text(`pagesTab.parameter.hint.${draft.method === 'GET' ? 'get' : draft.body.type}`);
  return (
    <>
      {type === 'url' || type === 'cursor' || type === 'graphql' ? (
        <TextInput
          {...field('path')}
          label={text(`pagesTab.path.${type}`)}
          description={text(`pagesTab.path.hint.${type}`)}
          value={pages.path}
          onChange={(event) => edit({ pages: { ...pages, path: event.currentTarget.value } })}
        />
      ) : null}
      {type === 'graphql' ? (
        <TextInput
          {...field('variable')}
          label={text('pagesTab.variable')}
          description={text('pagesTab.variable.hint')}
          value={pages.variable}
          onChange={(event) => edit({ pages: { ...pages, variable: event.currentTarget.value } })}
        />
      ) : null}
      {type === 'cursor' || type === 'page' || type === 'offset' ? (
        <TextInput
          {...field('parameter')}
          label={text('pagesTab.parameter')}
          description={parameterHint}
          value={pages.parameter}
          onChange={(event) => edit({ pages: { ...pages, parameter: event.currentTarget.value } })}
        />
      ) : null}
      {type === 'page' || type === 'offset' ? (
        <Count
          label={text('pagesTab.start')}
          description={text(`pagesTab.start.hint.${type}`)}
          value={pages.start}
          min={0}
          max={1_000_000_000}
          onChange={(start) => edit({ pages: { ...pages, start: start ?? 0 } })}
        />
      ) : null}
      {type === 'offset' ? (
        <>
          <Count
            label={text('pagesTab.size')}
            description={text('pagesTab.size.hint')}
            value={pages.size}
            min={1}
            max={1_000_000}
            onChange={(size) => edit({ pages: { ...pages, size } })}
          />
          <TextInput
            {...field('sizeParameter')}
            label={text('pagesTab.sizeParameter')}
            description={text('pagesTab.sizeParameter.hint')}
            value={pages.sizeParameter}
            onChange={(event) => edit({ pages: { ...pages, sizeParameter: event.currentTarget.value } })}
          />
        </>
      ) : null}
      {type === 'cursor' || type === 'page' || type === 'offset' ? (
        <TextInput
          {...field('morePath')}
          label={text('pagesTab.more')}
          description={text('pagesTab.more.hint')}
          value={pages.morePath ?? ''}
          onChange={(event) => {
            const { value } = event.currentTarget;
            edit({ pages: { ...pages, morePath: value === '' ? null : value } });
          }}
        />
      ) : null}
    </>
  );
}

interface CountProps {
  label: string;
  description: string;
  value: number | null;
  min: number;
  max: number;
  onChange: (value: number | null) => void;
}

/** A whole number, or nothing. */
function Count({ label, description, value, min, max, onChange }: CountProps) {
  return (
    <NumberInput
      label={label}
      description={description}
      min={min}
      max={max}
      value={value ?? ''}
      allowDecimal={false}
      allowNegative={false}
      clampBehavior="strict"
      hideControls
      onChange={(next) => onChange(typeof next === 'number' ? next : null)}
    />
  );
}
