import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { PeakaAccount, PeakaPlace } from '../../app/shared/peaka/account.ts';
import { reportOf } from '../api/client.ts';
import { peakaOrganizationsQuery, peakaProjectsQuery, peakaWorkspacesQuery } from '../api/peaka-queries.ts';
import { ErrorPanel } from '../errors/error-panel.tsx';
import { text } from '../messages/text.ts';
import { Picker } from '../picker/picker.tsx';
import type { PlaceKind } from './account-draft.ts';
import classes from './peaka-dialog.module.css';

interface PlaceFieldsProps {
  account: PeakaAccount;
  onChoose: (place: Partial<Pick<PeakaAccount, PlaceKind>>) => void;
}

type PlacesQuery = ReturnType<typeof peakaOrganizationsQuery>;

/** Organization, then workspace, then project: each from the list of the one before. */
export function PlaceFields({ account, onChoose }: PlaceFieldsProps) {
  const { id, organization, workspace, project } = account;
  return (
    <>
      <PlaceField
        kind="organization"
        query={peakaOrganizationsQuery(id)}
        value={organization}
        onChoose={(place) => onChoose({ organization: place })}
      />
      {organization === null ? null : (
        <PlaceField
          key={organization.id}
          kind="workspace"
          query={peakaWorkspacesQuery(id, organization.id)}
          value={workspace}
          onChoose={(place) => onChoose({ workspace: place })}
        />
      )}
      {organization === null || workspace === null ? null : (
        <PlaceField
          key={workspace.id}
          kind="project"
          query={peakaProjectsQuery(id, organization.id, workspace.id)}
          value={project}
          onChoose={(place) => onChoose({ project: place })}
        />
      )}
    </>
  );
}

interface PlaceFieldProps {
  kind: PlaceKind;
  query: PlacesQuery;
  value: PeakaPlace | null;
  onChoose: (place: PeakaPlace) => void;
}

function PlaceField({ kind, query, value, onChoose }: PlaceFieldProps) {
  const { data, error, isPending, refetch } = useQuery(query);
  const only = data?.length === 1 ? data[0] : undefined;
  useEffect(() => {
    if (only !== undefined && value === null) onChoose(only);
  });
  const label = text(`peaka.account.${kind}`);
  const name = value === null ? undefined : value.name || value.id;
  return (
    <div className={classes.field}>
      <span className={classes.label} aria-hidden>
        {label}
      </span>
      {error !== null ? (
        <ErrorPanel error={reportOf(error)} showsConsole actions={{ try_again: () => void refetch() }} />
      ) : isPending ? (
        <p className={classes.waiting} role="status">
          {text('peaka.account.place.loading')}
        </p>
      ) : data.length === 0 ? (
        <p className={classes.sentence}>{text(`peaka.account.${kind}.none`)}</p>
      ) : (
        <Picker
          label={name === undefined ? label : text('peaka.account.place.chosen', { label, name })}
          items={data.map((place) => ({ id: place.id, label: place.name || place.id }))}
          value={value?.id ?? null}
          searchPlaceholder={text('peaka.account.place.search')}
          onPick={(id) => {
            const place = data.find((each) => each.id === id);
            if (place !== undefined) onChoose(place);
          }}
        >
          <span className={name === undefined ? classes.unchosen : classes.chosen}>
            {name ?? text(`peaka.account.${kind}.choose`)}
          </span>
        </Picker>
      )}
      {kind === 'project' ? <p className={classes.sentence}>{text('peaka.account.project.hint')}</p> : null}
    </div>
  );
}
