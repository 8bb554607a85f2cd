import { Button, Menu } from '@mantine/core';
import { useState } from 'react';
import type { ErrorReport } from '../../../app/shared/errors.ts';
import type { PeakaAccountView, PeakaPlace } from '../../../app/shared/peaka/account.ts';
import { reportOf } from '../../api/client.ts';
import { usePeakaAccount } from '../../api/peaka-queries.ts';
import { Badge } from '../../badge/badge.tsx';
import { ErrorBoundary } from '../../common/error-boundary.tsx';
import { MoreButton } from '../../common/more-button.tsx';
import { openPeakaAccount } from '../../common/window-state.ts';
import { text } from '../../messages/text.ts';
import { checkPeakaAccount } from '../account-actions.ts';
import { AccountMenuItems } from '../account-menu.tsx';
import { accountState, ownerOf } from '../account-words.ts';
import { AccountError } from './account-error.tsx';
import { ConnectionList } from './connection-list.tsx';
import classes from './peaka-page.module.css';
import { ProjectChooser } from './project-chooser.tsx';

export function PeakaPage({ id }: { id: string }) {
  const view = usePeakaAccount(id);
  return view === undefined ? null : <LoadedAccount view={view} />;
}

/** An account at Peaka: whose key it is, and the connections of its project. */
function LoadedAccount({ view }: { view: PeakaAccountView }) {
  const { id, name, project } = view.peakaAccount;
  return (
    <div className={classes.page} data-pane="peaka">
      <div className={classes.column}>
        <header className={classes.head}>
          <Badge preset={undefined} name={name} size={36} />
          <div className={classes.titles}>
            <h1 className={classes.title}>{name}</h1>
            <p className={classes.sub}>{keyWords(view)}</p>
          </div>
          <MoreButton label={text('peaka.page.menu', { name })}>
            <Menu.Dropdown>
              <AccountMenuItems id={id} />
            </Menu.Dropdown>
          </MoreButton>
        </header>
        <ErrorBoundary>
          <Content view={view} project={project} />
        </ErrorBoundary>
      </div>
    </div>
  );
}

/** `US · Partner key of ann@example.org` */
function keyWords(view: PeakaAccountView): string {
  const zone = text(`peaka.account.zone.${view.peakaAccount.zone}`);
  const { key } = view;
  if (key === null) {
    const state = accountState(view) === 'no_key' ? 'no_key' : 'unchecked';
    return `${zone} · ${text(`peaka.account.state.${state}`)}`;
  }
  const owner = ownerOf(view);
  const words =
    owner === undefined ? text(`peaka.account.key.${key.kind}`) : text(`peaka.account.key.${key.kind}.of`, { owner });
  return `${zone} · ${words}`;
}

function Content({ view, project }: { view: PeakaAccountView; project: PeakaPlace | null }) {
  const isAsked = accountState(view) !== 'checked' && project === null;
  if (isAsked) return <Unchecked view={view} />;
  return (
    <>
      <ProjectChooser view={view} />
      {project === null ? (
        <NoProject id={view.peakaAccount.id} />
      ) : (
        <ConnectionList key={project.id} view={view} project={project} />
      )}
    </>
  );
}

function NoProject({ id }: { id: string }) {
  return (
    <section className={classes.empty} aria-label={text('peaka.page.noProject.title')}>
      <h2 className={classes.heading}>{text('peaka.page.noProject.title')}</h2>
      <p className={classes.sub}>{text('peaka.page.noProject.text')}</p>
      <Button onClick={() => openPeakaAccount(id)}>{text('peaka.account.project.choose')}</Button>
    </section>
  );
}

/** Nothing can be listed before Peaka has accepted the key. */
function Unchecked({ view }: { view: PeakaAccountView }) {
  const { id } = view.peakaAccount;
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<ErrorReport | null>(null);
  const check = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      await checkPeakaAccount(id);
    } catch (caught) {
      setError(reportOf(caught));
    }
    setBusy(false);
  };
  if (error !== null) return <AccountError error={error} account={view.peakaAccount} onTryAgain={() => void check()} />;
  return (
    <section className={classes.empty} aria-label={text('peaka.page.unchecked.title')}>
      <h2 className={classes.heading}>{text('peaka.page.unchecked.title')}</h2>
      <p className={classes.sub}>{text('peaka.page.unchecked.text')}</p>
      <Button loading={isBusy} onClick={() => void check()}>
        {text('peaka.page.check')}
      </Button>
    </section>
  );
}
