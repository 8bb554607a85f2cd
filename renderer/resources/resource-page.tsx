import { Menu } from '@mantine/core';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { ResourceView } from '../../app/shared/contract/contract.ts';
import { canBeOpen } from '../../app/shared/detect-credentials.ts';
import {
  type Credential,
  credentialSentence,
  findCredentials,
  openName,
} from '../../app/shared/resource/credentials.ts';
import { keepSecret } from '../../app/shared/resource/keep-secret.ts';
import { validateResource } from '../../app/shared/resource/validate.ts';
import { useConnection, useConnections, useResources } from '../api/queries.ts';
import { runResource, useRun } from '../api/runs.ts';
import { afterFrame } from '../common/after-frame.ts';
import { completeUrl } from '../common/complete-url.ts';
import { MoreButton } from '../common/more-button.tsx';
import { useTouched } from '../common/use-touched.ts';
import { connectNew } from '../connection/connection-actions.ts';
import { ErrorPanel } from '../errors/error-panel.tsx';
import { CredentialOffer } from '../secrets/credential-offer.tsx';
import { connectionState } from '../status/states.ts';
import { AuthorizationFields } from './authorization-fields.tsx';
import { AuthorizationSummary } from './authorization-summary.tsx';
import { HeadersEditor } from './headers-editor.tsx';
import { OAuthActions } from './oauth-actions.tsx';
import { ResourceMenuItems } from './resource-menu.tsx';
import classes from './resource-page.module.css';
import { ResourceTitle } from './resource-title.tsx';
import { ResultPane } from './result-pane.tsx';
import { SecretValues } from './secret-values.tsx';
import { SectionTabs } from './section-tabs.tsx';
import { UrlBar } from './url-bar.tsx';
import { useCard } from './use-card.ts';
import { useResourceDraft } from './use-draft.ts';

export function ResourcePage({ id }: { id: string }) {
  const view = useResources().find((each) => each.resource.id === id);
  return view === undefined ? null : <LoadedResource view={view} />;
}

/** The offer below the URL explains the problem and the fix, so the field need not repeat it. */
const isToldByOffer = (credential: Credential | undefined): boolean =>
  credential?.place === 'text' || credential?.place === 'userinfo';

function LoadedResource({ view }: { view: ResourceView }) {
  const { draft, edit, flush, saveState } = useResourceDraft(view);
  const { id } = view.resource;
  const run = useRun(id);
  const [section, setSection] = useState<'authorization' | 'headers'>('authorization');
  const { isTouched, touch, touchAll } = useTouched();
  const problems = useMemo(() => validateResource(draft), [draft]);
  const problemOf = (field: string): string | undefined =>
    isTouched(field) ? problems.find((problem) => problem.field === field)?.message : undefined;

  const connectionId = draft.authorization.type === 'oauth' ? draft.authorization.connectionId : null;
  const connection = useConnection(connectionId);
  const connections = useConnections();
  const state = connection === undefined ? 'needs_login' : connectionState(connection.status);
  const needsToken = draft.authorization.type === 'oauth' && state === 'needs_login';
  const waitsForLogin = draft.authorization.type === 'oauth' && state === 'authorizing';

  const { type } = draft.authorization;
  const hasWorked = run.status === 'done' && run.run.error === undefined;
  const works = type === 'oauth' ? state === 'authorized' || state === 'renewing' : hasWorked;
  const cardBody = useRef<HTMLDivElement>(null);
  const isStored = (type === 'basic' || type === 'bearer') && view.secrets.length > 0;
  const { isOpen, setOpen } = useCard(works, isStored, cardBody);
  const openSection = useCallback(
    (next: typeof section): void => {
      setSection(next);
      setOpen(true);
    },
    [setOpen],
  );

  const start = useCallback(async (): Promise<void> => {
    touchAll();
    const url = completeUrl(draft.url);
    if (url !== draft.url) edit({ url });
    const [problem] = validateResource({ ...draft, url });
    if (problem !== undefined) {
      if (problem.field.startsWith('headers')) openSection('headers');
      if (problem.field === 'authorization') openSection('authorization');
      if (problem.field === 'url') document.querySelector<HTMLInputElement>('[data-url-field]')?.focus();
      return;
    }
    if (await flush()) {
      await runResource(id);
      return;
    }
    if (findCredentials(draft)[0]?.place === 'username') openSection('authorization');
    afterFrame(() => document.querySelector<HTMLElement>('[data-keep-secret]')?.focus());
  }, [draft, edit, touchAll, flush, id, openSection]);

  const credentials = findCredentials(draft);
  const credential = credentials.find(({ place }) => place !== 'header' && place !== 'username');
  const inUsername = credentials.find(({ place }) => place === 'username');
  const keep = (found: Credential): void => {
    const { resource, secrets } = keepSecret(draft, found);
    edit(resource, secrets);
    void flush();
  };

  const leaveOpen = (found: Credential): void => {
    edit({ inTheOpen: [...draft.inTheOpen, openName(found)] });
    void flush();
  };

  const offerOf = (found: Credential, unsaved: string) => (
    <CredentialOffer
      sentence={credentialSentence(found)}
      unsaved={found.place === 'text' ? '' : unsaved}
      onKeep={found.place === 'text' ? undefined : () => keep(found)}
      onOpen={canBeOpen(found) ? () => leaveOpen(found) : undefined}
    />
  );

  const switchToOAuth = async (): Promise<void> => {
    openSection('authorization');
    edit({ authorization: { type: 'oauth', connectionId: null } });
    if (!(await flush())) return;
    // If connections exist, one of them may fit.
    if (connections.length === 0) connectNew(id);
    else
      afterFrame(() => document.querySelector<HTMLElement>('[data-pane="request"] [aria-label="Connection"]')?.focus());
  };

  return (
    <div className={classes.page}>
      <section className={classes.request} aria-label="Request" data-pane="request">
        <div className={classes.head}>
          <ResourceTitle
            name={draft.name}
            onEdit={(name) => edit({ name })}
            onLeave={() => {
              if (draft.name.trim() === '') edit({ name: view.resource.name });
            }}
            saveState={saveState}
          />
          <MoreButton label={`More for ${draft.name}`}>
            <Menu.Dropdown>
              <ResourceMenuItems id={id} />
            </Menu.Dropdown>
          </MoreButton>
        </div>
        <UrlBar
          resource={draft}
          problem={isToldByOffer(credential) ? undefined : problemOf('url')}
          isRunning={run.status === 'running'}
          isPrimary={!needsToken && !waitsForLogin}
          onEdit={edit}
          onLeaveUrl={() => {
            const url = completeUrl(draft.url);
            if (url !== draft.url) edit({ url });
            if (draft.url !== '') touch('url');
          }}
          onRun={() => void start()}
        >
          {credential === undefined ? null : offerOf(credential, 'The URL is not saved yet.')}
          <SecretValues view={view} draft={draft} edit={edit} flush={flush} />
        </UrlBar>
        <div className={classes.card}>
          <SectionTabs
            value={section}
            onChange={openSection}
            isOpen={isOpen}
            onToggle={() => setOpen(!isOpen)}
            summary={<AuthorizationSummary authorization={draft.authorization} connection={connection} />}
            aside={
              type === 'oauth' ? (
                <OAuthActions
                  resourceId={id}
                  view={connection}
                  onChoose={(connectionId) => edit({ authorization: { type: 'oauth', connectionId } })}
                  flush={flush}
                />
              ) : null
            }
            tabs={[
              { value: 'authorization', label: 'Authorization' },
              {
                value: 'headers',
                label: 'Headers',
                count: draft.headers.length,
                isWrong: problems.some((problem) => isTouched(problem.field) && problem.field.startsWith('headers')),
              },
            ]}
          />
          {isOpen ? (
            <div
              ref={cardBody}
              className={classes.cardBody}
              role="tabpanel"
              id={`panel-${section}`}
              aria-labelledby={`tab-${section}`}
            >
              {section === 'authorization' ? (
                <AuthorizationFields
                  view={view}
                  draft={draft}
                  problem={problemOf('authorization')}
                  edit={edit}
                  flush={flush}
                  offer={inUsername === undefined ? null : offerOf(inUsername, 'It is not saved yet.')}
                  onLeave={() => touch('authorization')}
                />
              ) : (
                <HeadersEditor
                  view={view}
                  draft={draft}
                  problemOf={problemOf}
                  edit={edit}
                  flush={flush}
                  touch={touch}
                />
              )}
            </div>
          ) : null}
        </div>
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
        onRun={() => void start()}
        onUseOAuth={() => void switchToOAuth()}
      />
    </div>
  );
}
