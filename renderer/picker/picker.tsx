import { Combobox, useCombobox } from '@mantine/core';
import { IconCheck, IconSearch, IconSelector } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { matches } from '../common/filter.ts';
import { text } from '../messages/text.ts';
import classes from './picker.module.css';

export interface PickerItem {
  id: string;
  label: string;
  description?: string;
  icon?: ReactNode;
  /** Items with the same group stand together under its name. */
  group?: string;
  /** Stays in the list whatever is typed, e.g. "New connection…". */
  always?: boolean;
}

interface PickerProps {
  label: string;
  items: readonly PickerItem[];
  value: string | null;
  onPick: (id: string) => void;
  /** What the closed picker shows. */
  children: ReactNode;
  searchPlaceholder: string;
  /** The items that a text means, the likeliest first. Absent: those whose label or description has its words. */
  find?: (search: string) => readonly PickerItem[];
  /** Wide: a field in a form. Narrow: a part of a line. */
  variant?: 'field' | 'inline';
}

/** A list of services is longer than any list of a user's own things. */
const shownAtMost = 400;

/** Chooses one of many items by name: a button that opens a list with a search field. */
export function Picker({
  label,
  items,
  value,
  onPick,
  children,
  searchPlaceholder,
  find,
  variant = 'field',
}: PickerProps) {
  const [search, setSearch] = useState('');
  const combobox = useCombobox({
    onDropdownClose: () => {
      combobox.resetSelectedOption();
      combobox.focusTarget();
      setSearch('');
    },
    onDropdownOpen: () => {
      combobox.focusSearchInput();
      combobox.updateSelectedOptionIndex('active');
    },
  });
  const matching = items.filter((item) => matches(`${item.label} ${item.description ?? ''}`, search.trim()));
  const found = (search.trim() === '' ? items : (find?.(search) ?? matching)).slice(0, shownAtMost);
  // Items that always stay come last, so that Enter takes the first match.
  const shown = [...found, ...items.filter((item) => item.always && !found.includes(item))];
  const groups = [...new Set(shown.map((item) => item.group ?? ''))];
  // Mantine closes the list; the dialog below must not take the same key. Before Mantine does: afterwards nothing is open.
  const keepEscape = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && combobox.dropdownOpened) event.preventDefault();
  };

  return (
    <div role="presentation" className={classes.around} onKeyDownCapture={keepEscape}>
      <Combobox
        store={combobox}
        width={variant === 'field' ? 'target' : 320}
        position="bottom-start"
        offset={4}
        transitionProps={{ duration: 80, transition: 'pop' }}
        classNames={{ dropdown: classes.dropdown ?? '', option: classes.option ?? '' }}
        onOptionSubmit={(id) => {
          onPick(id);
          combobox.closeDropdown();
        }}
      >
        <Combobox.Target targetType="button" withAriaAttributes={false}>
          <button
            type="button"
            className={classes.target}
            data-variant={variant}
            aria-label={label}
            aria-haspopup="listbox"
            aria-expanded={combobox.dropdownOpened}
            onClick={() => combobox.toggleDropdown()}
          >
            <span className={classes.value}>{children}</span>
            <IconSelector size={15} stroke={1.6} className={classes.chevron} aria-hidden />
          </button>
        </Combobox.Target>
        <Combobox.Dropdown>
          <Combobox.Search
            role="combobox"
            aria-expanded={combobox.dropdownOpened}
            value={search}
            onChange={(event) => {
              setSearch(event.currentTarget.value);
              combobox.selectFirstOption();
            }}
            placeholder={searchPlaceholder}
            aria-label={searchPlaceholder}
            leftSection={<IconSearch size={14} stroke={1.8} aria-hidden />}
            classNames={{ input: classes.search ?? '' }}
          />
          <Combobox.Options aria-label={label} className={classes.options ?? ''}>
            {groups.map((group) => {
              const options = shown
                .filter((item) => (item.group ?? '') === group)
                .map((item) => <Option key={item.id} item={item} isActive={item.id === value} />);
              return group === '' ? (
                options
              ) : (
                <Combobox.Group key={group} label={group}>
                  {options}
                </Combobox.Group>
              );
            })}
            {shown.length === 0 ? <Combobox.Empty>{text('picker.noMatch')}</Combobox.Empty> : null}
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
    </div>
  );
}

function Option({ item, isActive }: { item: PickerItem; isActive: boolean }) {
  return (
    <Combobox.Option value={item.id} active={isActive}>
      <span className={classes.row}>
        {item.icon}
        <span className={classes.text}>
          <span className={classes.label}>{item.label}</span>
          {item.description === undefined ? null : <span className={classes.description}>{item.description}</span>}
        </span>
        {isActive ? <IconCheck size={15} stroke={2} aria-hidden /> : null}
      </span>
    </Combobox.Option>
  );
}
