import { ActionIcon, NativeSelect, Popover } from '@mantine/core';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { encodings } from '../../app/shared/resource/encodings.ts';
import { type Encoding, type FirstRow, firstRows, type Resource } from '../../app/shared/resource/resource.ts';
import { useResources } from '../api/queries.ts';
import { runResource } from '../api/runs.ts';
import { formatViews } from './formats/format-views.ts';
import { keepInResource } from './keep-in-resource.ts';
import classes from './reading-options.module.css';

const firstRowWords: Record<FirstRow, string> = {
  auto: 'Automatic',
  names: 'Names of the columns',
  data: 'Data',
};

const encodingWords: Record<Encoding, string> = {
  auto: 'Automatic',
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16, little endian',
  'utf-16be': 'UTF-16, big endian',
  'windows-1252': 'Western European (Windows-1252)',
  'iso-8859-15': 'Western European (ISO 8859-15)',
  'windows-1250': 'Central European (Windows-1250)',
  'iso-8859-2': 'Central European (ISO 8859-2)',
  'windows-1251': 'Cyrillic (Windows-1251)',
  'koi8-r': 'Cyrillic (KOI8-R)',
  'windows-1253': 'Greek (Windows-1253)',
  'windows-1254': 'Turkish (Windows-1254)',
  'windows-1255': 'Hebrew (Windows-1255)',
  'windows-1256': 'Arabic (Windows-1256)',
  macintosh: 'Western European (Mac Roman)',
  shift_jis: 'Japanese (Shift JIS)',
  'euc-jp': 'Japanese (EUC-JP)',
  gb18030: 'Chinese (GB 18030)',
  big5: 'Chinese (Big5)',
  'euc-kr': 'Korean (EUC-KR)',
};

/** How the response becomes a table: what the first row of a CSV is, and the encoding of its bytes. A change runs the resource. */
export function ReadingOptions({ resourceId }: { resourceId: string }) {
  const resource = useResources().find((view) => view.resource.id === resourceId)?.resource;
  if (resource === undefined) return null;
  const keep = async (change: Partial<Resource>) => {
    if (await keepInResource(resourceId, change)) await runResource(resourceId);
  };
  return (
    <Popover position="bottom-end" width={300} trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="md"
          aria-label="How the response is read"
          title="How the response is read"
        >
          <IconAdjustmentsHorizontal size={16} stroke={1.8} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown className={classes.options ?? ''} aria-label="How the response is read">
        {formatViews[resource.format].hasFirstRow ? (
          <NativeSelect
            label="First row"
            value={resource.firstRow}
            data={firstRows.map((value) => ({ value, label: firstRowWords[value] }))}
            onChange={(event) => {
              const chosen = firstRows.find((each) => each === event.currentTarget.value);
              if (chosen !== undefined) void keep({ firstRow: chosen });
            }}
          />
        ) : null}
        <NativeSelect
          label="Encoding"
          value={resource.encoding}
          data={choices.map((value) => ({ value, label: encodingWords[value] }))}
          onChange={(event) => {
            const chosen = choices.find((each) => each === event.currentTarget.value);
            if (chosen !== undefined) void keep({ encoding: chosen });
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}

const choices: readonly Encoding[] = ['auto', ...encodings];
