import { IconPlus } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useConnections, usePresetMap } from '../api/queries.ts';
import { Badge } from '../badge/badge.tsx';
import { Picker, type PickerItem } from '../picker/picker.tsx';
import { accountOf, connectionState, stateWords } from '../status/states.ts';
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
  const items = useMemo(
    (): PickerItem[] => [
      ...connections.map(({ connection, status }) => ({
        id: connection.id,
        label: connection.name,
        description: [accountOf(status), grantViews[connection.grant].name, stateWords[connectionState(status)]]
          .filter((part) => part !== undefined)
          .join(' · '),
        icon: <Badge preset={presets.get(connection.presetId ?? '')} name={connection.name} size={20} />,
      })),
      { id: newItem, label: 'New connection…', always: true, icon: <IconPlus size={18} stroke={1.6} aria-hidden /> },
    ],
    [connections, presets],
  );
  const account = chosen === undefined ? undefined : accountOf(chosen.status);

  return (
    <Picker
      label="Connection"
      variant="inline"
      items={items}
      value={value}
      searchPlaceholder="Search connections"
      onPick={(id) => (id === newItem ? onNew() : onPick(id))}
    >
      {chosen === undefined ? (
        <span className={classes.none}>Choose a connection</span>
      ) : (
        <>
          <Badge preset={presets.get(chosen.connection.presetId ?? '')} name={chosen.connection.name} size={20} />
          <span className={classes.name}>{chosen.connection.name}</span>
          <span className={classes.facts}>
            · {grantViews[chosen.connection.grant].inLine}
            {account === undefined ? null : ` · ${account}`}
          </span>
        </>
      )}
    </Picker>
  );
}
