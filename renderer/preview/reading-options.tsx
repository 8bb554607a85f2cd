import { ActionIcon, NativeSelect, Popover } from '@mantine/core';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { encodings } from '../../app/shared/resource/encodings.ts';
import { type Encoding, firstRows, type Resource } from '../../app/shared/resource/resource.ts';
import { useResources } from '../api/queries.ts';
import { runResource } from '../api/runs.ts';
import { text } from '../messages/text.ts';
import { formatViews } from './formats/format-views.ts';
import { keepInResource } from './keep-in-resource.ts';
import classes from './reading-options.module.css';

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
          aria-label={text('preview.reading')}
          title={text('preview.reading')}
        >
          <IconAdjustmentsHorizontal size={16} stroke={1.8} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown className={classes.options ?? ''} aria-label={text('preview.reading')}>
        {formatViews[resource.format].hasFirstRow ? (
          <NativeSelect
            label={text('preview.firstRow')}
            description={text('preview.firstRow.hint')}
            value={resource.firstRow}
            data={firstRows.map((value) => ({ value, label: text(`preview.firstRow.${value}`) }))}
            onChange={(event) => {
              const chosen = firstRows.find((each) => each === event.currentTarget.value);
              if (chosen !== undefined) void keep({ firstRow: chosen });
            }}
          />
        ) : null}
        <NativeSelect
          label={text('preview.encoding')}
          description={text('preview.encoding.hint')}
          value={resource.encoding}
          data={choices.map((value) => ({ value, label: text(`preview.encoding.${value}`) }))}
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
