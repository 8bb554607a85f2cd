import { useQuery } from '@tanstack/react-query';
import type { PeakaAccountView } from '../../../app/shared/peaka/account.ts';
import { peakaProjectsQuery } from '../../api/peaka-queries.ts';
import { openPeakaAccount } from '../../common/window-state.ts';
import { text } from '../../messages/text.ts';
import { toastError } from '../../notices/toast.tsx';
import { Picker } from '../../picker/picker.tsx';
import { savePeakaAccount } from '../account-actions.ts';
import { withPlace } from '../account-draft.ts';
import classes from './peaka-page.module.css';

const elsewhere = 'elsewhere';

/** Whose connections are listed. A partner key reaches other projects, a project key reaches no other. */
export function ProjectChooser({ view: { peakaAccount, key } }: { view: PeakaAccountView }) {
  const { id, organization, workspace, project } = peakaAccount;
  const canChoose = key?.kind !== 'project';
  const projects = useQuery({
    ...peakaProjectsQuery(id, organization?.id ?? '', workspace?.id ?? ''),
    enabled: canChoose && organization !== null && workspace !== null,
  });
  const name = project === null ? undefined : project.name || project.id;
  if (!canChoose)
    return name === undefined ? null : (
      <p className={classes.project}>
        <span className={classes.projectLabel}>{text('peaka.account.project')}</span>
        <span className={classes.projectName}>{name}</span>
      </p>
    );
  // The list may lack the chosen one: it was deleted, or the list could not be read.
  const listed = projects.data ?? [];
  const items = project === null || listed.some((each) => each.id === project.id) ? listed : [project, ...listed];
  const pick = async (picked: string): Promise<void> => {
    if (picked === elsewhere) return openPeakaAccount(id);
    const next = items.find((each) => each.id === picked);
    if (next === undefined || next.id === project?.id) return;
    try {
      await savePeakaAccount(withPlace(peakaAccount, { project: next }));
    } catch (error) {
      toastError(error);
    }
  };
  return (
    <div className={classes.project}>
      <span className={classes.projectLabel} aria-hidden>
        {text('peaka.account.project')}
      </span>
      <Picker
        variant="inline"
        label={
          name === undefined
            ? text('peaka.account.project.choose')
            : text('peaka.account.place.chosen', { label: text('peaka.account.project'), name })
        }
        items={[
          ...items.map((each) => ({
            id: each.id,
            label: each.name || each.id,
            ...(workspace === null ? {} : { group: workspace.name || workspace.id }),
          })),
          { id: elsewhere, label: text('peaka.page.otherWorkspace'), always: true },
        ]}
        value={project?.id ?? null}
        searchPlaceholder={text('peaka.account.place.search')}
        onPick={(picked) => void pick(picked)}
      >
        <span className={classes.projectName}>{name ?? text('peaka.account.project.choose')}</span>
      </Picker>
    </div>
  );
}
