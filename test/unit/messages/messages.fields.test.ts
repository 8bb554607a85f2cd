import { expect, it } from 'vitest';
import { nodesOf, placeOf, sources } from './sources.ts';

/** Mantine's fields and our own with a label. */
const fields = new Set(
  [
    'Autocomplete Checkbox ChipsField FileInput MultiSelect NativeSelect NumberInput PasswordInput Radio SecretField',
    'SegmentedControl Select Switch TagsInput Textarea TextInput PillsInput',
  ].flatMap((names) => names.split(' ')),
);

const sentences = new Set(['description', 'aria-description', 'aria-describedby']);

/** Where a field needs no sentence of its own. */
const exceptions: Record<string, string> = {
  'renderer/connection/more/captured-rows.tsx': 'the rows have one',
  'renderer/connection/more/token-header-rows.tsx': 'the rows have one',
  'renderer/connection/more/token-response-section.tsx': 'the group has one',
  'renderer/connection/parameter-rows.tsx': 'the rows have one',
  'renderer/console/console-bar.tsx': 'searches',
  'renderer/peaka/dialogs/through/type-list.tsx': 'searches',
  'renderer/peaka/page/connection-list.tsx': 'searches',
  'renderer/preview/chart/chart-bar.tsx': 'the chart shows it',
  'renderer/preview/shape/dialogs/column-row.tsx': 'the list has one',
  'renderer/preview/shape/dialogs/column-select.tsx': 'the group has one',
  'renderer/preview/shape/dialogs/columns-panel.tsx': 'searches',
  'renderer/preview/shape/dialogs/date-input.tsx': 'the group has one',
  'renderer/preview/shape/dialogs/distinct-fields.tsx': 'the group has one',
  'renderer/preview/shape/dialogs/filter-fields.tsx': 'the group has one',
  'renderer/preview/shape/dialogs/limit-fields.tsx': 'the group has one',
  'renderer/preview/shape/dialogs/sort-fields.tsx': 'the group has one',
  'renderer/preview/shape/dialogs/value-input.tsx': 'the group has one',
  'renderer/resources/headers-editor.tsx': 'the rows have one',
  'renderer/resources/parameters/date-builder.tsx': 'the group has one',
  'renderer/resources/parameters/parameter-rows.tsx': 'the rows have one',
  'renderer/resources/parameters/typed-input.tsx': 'the rows have one',
  'renderer/secrets/secret-field.tsx': 'passes on that of its caller',
  'renderer/sidebar/sidebar.tsx': 'searches',
  'renderer/presets/preset-gallery.tsx': 'searches',
};

it('give each field of the window a sentence that says what goes in', () => {
  const without = sources
    .filter(({ path }) => path.startsWith('renderer/'))
    .flatMap((source) =>
      [...nodesOf(source.program)].flatMap(([node]) => {
        if (node.type !== 'JSXOpeningElement' || node.name.type !== 'JSXIdentifier') return [];
        if (!fields.has(node.name.name)) return [];
        const names = node.attributes.flatMap((each) =>
          each.type === 'JSXAttribute' && each.name.type === 'JSXIdentifier' ? [each.name.name] : [],
        );
        return names.some((name) => sentences.has(name)) ? [] : [{ path: source.path, place: placeOf(source, node) }];
      }),
    );
  expect(without.filter(({ path }) => exceptions[path] === undefined).map(({ place }) => place)).toEqual([]);
  // An exception that is no longer needed would hide the next field.
  expect(Object.keys(exceptions).filter((path) => !without.some((each) => each.path === path))).toEqual([]);
});
