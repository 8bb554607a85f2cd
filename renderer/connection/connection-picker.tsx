import { IconPlus } from '@tabler/icons-react';
import { useConnections, usePresetMap } from '../api/queries.ts';
import { Badge } from '../badge/badge.tsx';
import { text, textOf } from '../messages/text.ts';
import { Picker, type PickerItem } from '../picker/picker.tsx';
import { accountOf, connectionState, stateWord } from '../status/states.ts';
import classes from './connection-picker.module.css';
import { grantViews } from './grants/grant-views.ts';

const newItem = 'new';

interface ConnectionPickerProps {
  value: string | null;
  onPick: (id: string) => void;
  onNew: () => void;
}

/** `◇ Google Sheets · authorization code · ann@example.org`, and the way to another one. */
export function ConnectionPicker({ value, onPick, onNew }: ConnectionPickerProps) {
  const connections = useConnections();
  const presets = usePresetMap();
  const chosen = connections.find((view) => view.connection.id === value);
  const items: PickerItem[] = [
    ...connections.map(({ connection, status }) => ({
      id: connection.id,
      label: connection.name,
      description: [accountOf(status), textOf(grantViews[connection.grant].name), stateWord(connectionState(status))]
        .filter((part) => part !== undefined)
        .join(' · '),
      icon: <Badge preset={presets.get(connection.presetId ?? '')} name={connection.name} size={20} />,
    })),
    {
      id: newItem,
      label: text('connection.picker.new'),
      always: true,
      icon: <IconPlus size={18} stroke={1.6} aria-hidden />,
    },
  ];
  const account = chosen === undefined ? undefined : accountOf(chosen.status);

  return (
    <Picker
      label={text('connection.picker')}
      variant="inline"
      items={items}
      value={value}
      searchPlaceholder={text('connection.picker.search')}
      onPick={(id) => (id === newItem ? onNew() : onPick(id))}
    >
      {chosen === undefined ? (
        <span className={classes.none}>{text('connection.picker.none')}</span>
      ) : (
        <>
          <Badge preset={presets.get(chosen.connection.presetId ?? '')} name={chosen.connection.name} size={20} />
          <span className={classes.name}>{chosen.connection.name}</span>
          <span className={classes.facts}>
            · {textOf(grantViews[chosen.connection.grant].inLine)}
            {account === undefined ? null : ` · ${account}`}
          </span>
        </>
      )}
    </Picker>
  );
}
