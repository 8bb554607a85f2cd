import { TextInput } from '@mantine/core';
import { IconChevronRight, IconSearch } from '@tabler/icons-react';
import { useEffect, useId, useRef, useState } from 'react';
import type { PeakaType } from '../../../../app/shared/peaka/connection-type.ts';
import { Badge } from '../../../badge/badge.tsx';
import { text } from '../../../messages/text.ts';
import { Picker } from '../../../picker/picker.tsx';
import { categoryWord } from '../category-word.ts';
import classes from './through.module.css';
import { categoriesOf, findTypes } from './type-search.ts';

interface TypeListProps {
  types: readonly PeakaType[];
  onPick: (type: string) => void;
}

const all = 'all';

/** What Peaka can connect to, by category. The keys stay in the search field. */
export function TypeList({ types, onPick }: TypeListProps) {
  const id = useId();
  const [typed, setTyped] = useState('');
  const [category, setCategory] = useState<string | null>(null);
  const [at, setAt] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  // Also after the step that follows led back here.
  useEffect(() => search.current?.focus(), []);
  const found = findTypes(types, typed, category);
  const index = Math.max(0, Math.min(at, found.length - 1));
  const current = found[index];
  const categories = categoriesOf(types);
  const go = (to: number): void => {
    const next = Math.max(0, Math.min(to, found.length - 1));
    setAt(next);
    list.current?.querySelector(`[data-index="${next}"]`)?.scrollIntoView({ block: 'nearest' });
  };
  return (
    <>
      <div className={classes.search}>
        <TextInput
          data-autofocus
          ref={search}
          className={classes.searchField ?? ''}
          role="combobox"
          aria-label={text('peaka.dialog.type.search')}
          aria-expanded={found.length > 0}
          aria-controls={id}
          {...(current === undefined ? {} : { 'aria-activedescendant': `${id}-${index}` })}
          placeholder={text('peaka.dialog.type.search')}
          leftSection={<IconSearch size={14} stroke={1.8} aria-hidden />}
          value={typed}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setAt(0);
          }}
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown') go(index + 1);
            else if (event.key === 'ArrowUp') go(index - 1);
            else if (event.key === 'PageDown') go(index + 6);
            else if (event.key === 'PageUp') go(index - 6);
            else if (event.key === 'Enter') {
              if (current !== undefined) onPick(current.type);
            } else return;
            event.preventDefault();
          }}
        />
        {categories.length < 2 ? null : (
          <div className={classes.category}>
            <Picker
              label={text('peaka.through.category', {
                name: category === null ? text('peaka.through.category.all') : categoryWord(category),
              })}
              variant="inline"
              value={category === null ? all : `category:${category}`}
              items={[
                { id: all, label: text('peaka.through.category.all') },
                ...categories.map((each) => ({ id: `category:${each}`, label: categoryWord(each) })),
              ]}
              searchPlaceholder={text('peaka.through.category.search')}
              onPick={(picked) => {
                setCategory(picked === all ? null : picked.slice('category:'.length));
                setAt(0);
              }}
            >
              <span className={classes.categoryName}>
                {category === null ? text('peaka.through.category.all') : categoryWord(category)}
              </span>
            </Picker>
          </div>
        )}
      </div>
      <div ref={list} id={id} role="listbox" aria-label={text('peaka.through.types')} className={classes.list}>
        {categoriesOf(found).map((each) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of options in a listbox
          <div key={each} role="group" aria-label={categoryWord(each)}>
            <div className={classes.group} aria-hidden>
              {categoryWord(each)}
            </div>
            {found.map((type, place) =>
              type.category === each ? (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the search field's
                <div
                  key={type.type}
                  id={`${id}-${place}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={place === index}
                  data-index={place}
                  className={classes.entry}
                  onMouseMove={() => setAt(place)}
                  onClick={() => onPick(type.type)}
                >
                  <Badge preset={undefined} name={type.label} size={28} />
                  <span className={classes.entryLabel}>{type.label}</span>
                  <span className={classes.entryHint}>
                    {text(type.needsLogin ? 'peaka.through.type.login' : 'peaka.through.type.form')}
                  </span>
                  <IconChevronRight size={14} stroke={1.6} aria-hidden className={classes.entryArrow} />
                </div>
              ) : null,
            )}
          </div>
        ))}
      </div>
      {found.length === 0 ? (
        <p className={classes.nothing} role="status">
          {types.length === 0 ? text('peaka.through.types.none') : text('peaka.through.types.noMatch')}
        </p>
      ) : null}
    </>
  );
}
