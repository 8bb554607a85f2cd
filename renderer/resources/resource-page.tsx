import { Menu } from '@mantine/core';
import type { ResourceView } from '../../app/shared/contract/contract.ts';
import { findCredentials } from '../../app/shared/resource/credentials.ts';
import { useConnection, useConnections, useResources } from '../api/queries.ts';
import { useRun } from '../api/runs.ts';
import { afterFrame } from '../common/after-frame.ts';
import { completeUrl } from '../common/complete-url.ts';
import { MoreButton } from '../common/more-button.tsx';
import { connectNew } from '../connection/connection-actions.ts';
import { ErrorPanel } from '../errors/error-panel.tsx';
import { text } from '../messages/text.ts';
import { connectionState } from '../status/states.ts';
import { DraftCredential, isToldByOffer } from './draft-credential.tsx';
import { LateStatusLine } from './reload/late-parts.tsx';
import { RequestCard } from './request-card.tsx';
import { ResourceMenuItems } from './resource-menu.tsx';
import classes from './resource-page.module.css';
import { ResourceTitle } from './resource-title.tsx';
import { ResultPane } from './result-pane.tsx';
import { SecretValues } from './secret-values.tsx';
import { startRun } from './start-run.ts';
import { UrlBar } from './url-bar.tsx';
import { useCard } from './use-card.ts';
import { useResourceDraft } from './use-draft.ts';
import { usePaste } from './use-paste.ts';
import { useProblems } from './use-problems.ts';

export function ResourcePage({ id }: { id: string }) {
  const view = useResources().find((each) => each.resource.id === id);
  return view === undefined ? null : <LoadedResource view={view} />;
}

/** Credentials at these places are told in the request card. */
const inCard = new Set(['header', 'username', 'body']);

/** One resource: its request above, the response below. */
function LoadedResource({ view }: { view: ResourceView }) {
  const { draft, edit, flush, saveState } = useResourceDraft(view);
  const { id } = view.resource;
  const { type } = draft.authorization;
  const run = useRun(id);
  const paste = usePaste({ view, draft, edit, flush });
  const connections = useConnections();
  const connection = useConnection(draft.authorization.type === 'oauth' ? draft.authorization.connectionId : null);

  const problems = useProblems(draft, connection?.connection);

  const state = connection === undefined ? 'needs_login' : connectionState(connection.status);
  const needsToken = type === 'oauth' && state === 'needs_login';
  const waitsForLogin = type === 'oauth' && state === 'authorizing';
  const hasWorked = run.status === 'done' && run.run.error === undefined;
  const works = type === 'oauth' ? state === 'authorized' || state === 'renewing' : hasWorked;
  const isStored = (type === 'basic' || type === 'bearer') && view.secrets.length > 0;
  const card = useCard(works, isStored);
  const credential = findCredentials(draft).find(({ place }) => !inCard.has(place));

  const start = (): void => {
    problems.touchAll();
    void startRun(draft, {
      edit,
      flush,
      openSection: card.openSection,
      connection: connection?.connection,
    });
  };

  const switchToOAuth = async (): Promise<void> => {
    card.openSection('authorization');
    edit({ authorization: { type: 'oauth', connectionId: null } });
    if (!(await flush())) return;
    // If connections exist, one of them may fit.
    if (connections.length === 0) void connectNew(id);
    else afterFrame(() => document.querySelector<HTMLElement>('[data-connection-choice] button')?.focus());
  };

  return (
    <div className={classes.page}>
      <section className={classes.request} aria-label={text('resourcePage.request')} data-pane="request">
        <div className={classes.head}>
          <ResourceTitle
            name={draft.name}
            onEdit={(name) => edit({ name })}
            onLeave={() => {
              if (draft.name.trim() === '') edit({ name: view.resource.name });
            }}
            saveState={saveState}
          />
          <MoreButton label={text('resourcePage.more', { name: draft.name })}>
            <Menu.Dropdown>
              <ResourceMenuItems id={id} />
            </Menu.Dropdown>
          </MoreButton>
        </div>
        <UrlBar
          resource={draft}
          problem={isToldByOffer(credential) ? undefined : problems.problemOf('url')}
          isRunning={run.status === 'running'}
          isPrimary={!needsToken && !waitsForLogin}
          onEdit={edit}
          onLeaveUrl={() => {
            const url = completeUrl(draft.url);
            if (url !== draft.url) edit({ url });
            if (draft.url !== '') problems.touch('url');
          }}
          onPaste={paste}
          onRun={start}
        >
          {credential === undefined ? null : (
            <DraftCredential
              found={credential}
              unsaved={text('resourcePage.unsaved.url')}
              draft={draft}
              edit={edit}
              flush={flush}
            />
          )}
          <SecretValues view={view} draft={draft} edit={edit} flush={flush} />
        </UrlBar>
        <LateStatusLine view={view} draft={draft} run={run} edit={edit} />
        <RequestCard
          card={card}
          view={view}
          draft={draft}
          connection={connection}
          problems={problems}
          edit={edit}
          flush={flush}
        />
        {saveState.status === 'failed' ? (
          <ErrorPanel error={saveState.error} actions={{ try_again: () => void flush() }} />
        ) : null}
      </section>
      <ResultPane
        id={id}
        run={run}
        connection={connection}
        needsToken={needsToken}
        waitsForLogin={waitsForLogin}
        onRun={start}
        onUseOAuth={() => void switchToOAuth()}
      />
    </div>
  );
}
