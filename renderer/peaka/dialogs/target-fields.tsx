import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { PeakaAccountView, PeakaPlace } from '../../../app/shared/peaka/account.ts';
import { call, reportOf } from '../../api/client.ts';
import {
  peakaOrganizationsQuery,
  peakaProjectsQuery,
  peakaWorkspacesQuery,
  putPeakaAccount,
  usePeakaAccounts,
} from '../../api/peaka-queries.ts';
import { openPeakaAccount } from '../../common/window-state.ts';
import { text } from '../../messages/text.ts';
import { Picker } from '../../picker/picker.tsx';
import classes from './dialogs.module.css';
import { PeakaError } from './peaka-error.tsx';
import { PlaceField } from './place-field.tsx';
import type { Target } from './use-target.ts';

const newItem = 'new';

interface TargetFieldsProps {
  target: Target;
  /** Whether a missing project is shown as a mistake. */
  showsProblem: boolean;
}

/** The account at Peaka, and the project in it. */
export function TargetFields({ target, showsProblem }: TargetFieldsProps) {
  const accounts = usePeakaAccounts();
  const { account, setAccount } = target;
  return (
    <div className={classes.pair}>
      <div className={classes.field}>
        <span className={classes.label} aria-hidden>
          {text('peaka.dialog.account')}
        </span>
        <Picker
          label={text('peaka.dialog.account.chosen', { name: account?.peakaAccount.name ?? '' })}
          value={account?.peakaAccount.id ?? null}
          items={[
            ...accounts.map(({ peakaAccount }) => ({ id: peakaAccount.id, label: peakaAccount.name })),
            {
              id: newItem,
              label: text('peaka.dialog.account.new'),
              icon: <IconPlus size={15} stroke={1.6} aria-hidden />,
              always: true,
            },
          ]}
          searchPlaceholder={text('peaka.dialog.account.search')}
          onPick={(id) => (id === newItem ? openPeakaAccount('new', setAccount) : setAccount(id))}
        >
          <span className={classes.picked}>{account?.peakaAccount.name}</span>
        </Picker>
      </div>
      {account === undefined ? null : (
        <ProjectField key={account.peakaAccount.id} account={account} target={target} showsProblem={showsProblem} />
      )}
    </div>
  );
}

interface ProjectFieldProps {
  account: PeakaAccountView;
  target: Target;
  showsProblem: boolean;
}

/** A project key reaches one project. With a partner key the project is chosen in the account's workspace. */
function ProjectField({ account, target, showsProblem }: ProjectFieldProps) {
  const { id, organization, workspace } = account.peakaAccount;
  const check = useQuery({
    queryKey: ['peaka', 'check', id],
    queryFn: async () => {
      const checked = await call('peaka.checkAccount', { id });
      putPeakaAccount(checked);
      return checked;
    },
    enabled: account.key === null,
    staleTime: 0,
  });
  const isProjectKey = account.key?.kind === 'project';
  const canList = account.key !== null && !isProjectKey;
  const organizations = useQuery({ ...peakaOrganizationsQuery(id), enabled: canList && organization === null });
  const inOrganization = organization ?? only(organizations.data);
  const workspaces = useQuery({
    ...peakaWorkspacesQuery(id, inOrganization?.id ?? ''),
    enabled: canList && inOrganization !== null && workspace === null,
  });
  const inWorkspace = workspace ?? only(workspaces.data);
  const projects = useQuery({
    ...peakaProjectsQuery(id, inOrganization?.id ?? '', inWorkspace?.id ?? ''),
    enabled: canList && inOrganization !== null && inWorkspace !== null,
  });

  // The only project is chosen at once.
  const single = only(projects.data);
  const { project, setProject } = target;
  useEffect(() => {
    if (project === null && single !== null) setProject(single);
  }, [project, single, setProject]);

  const failed = [check, organizations, workspaces, projects].find(({ isError }) => isError);
  if (failed !== undefined && project === null)
    return (
      <div className={classes.wide}>
        <PeakaError error={reportOf(failed.error)} accountId={id} isSmall onTryAgain={() => void failed.refetch()} />
      </div>
    );
  const isUnsure =
    canList && (inOrganization === null || inWorkspace === null) && !organizations.isLoading && !workspaces.isLoading;
  return (
    <PlaceField
      label={text('peaka.dialog.project')}
      value={project}
      places={isProjectKey || projects.data === undefined ? (project === null ? [] : [project]) : projects.data}
      isLoading={project === null && [check, organizations, workspaces, projects].some(({ isFetching }) => isFetching)}
      error={showsProblem && project === null ? text('peaka.dialog.problem.project') : undefined}
      // Which workspace it is in, the account says.
      onEdit={isUnsure && project === null ? () => openPeakaAccount(id) : undefined}
      onPick={setProject}
    />
  );
}

const only = (places: readonly PeakaPlace[] | undefined): PeakaPlace | null =>
  places?.length === 1 ? (places[0] ?? null) : null;
