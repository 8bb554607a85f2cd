import { Button, Menu } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { hasCallback, isWithoutLogin } from '../../app/shared/connection/grants/definitions.ts';
import type { ConnectionView } from '../../app/shared/contract/contract.ts';
import { createResource } from '../actions/resource-actions.ts';
import { useConnection, useInfo, usePractice, usePreset, useResources } from '../api/queries.ts';
import { Badge } from '../badge/badge.tsx';
import { CopyButton } from '../common/copy-button.tsx';
import { ErrorBoundary } from '../common/error-boundary.tsx';
import { MoreButton } from '../common/more-button.tsx';
import { OpenLink } from '../common/open-link.tsx';
import { RelativeTime } from '../common/relative-time.tsx';
import { openSecretSettings, selectResource } from '../common/window-state.ts';
import { troubleOf } from '../errors/connection-trouble.ts';
import { consoleAction } from '../errors/console-action.ts';
import { ErrorPanel } from '../errors/error-panel.tsx';
import { text, textOf } from '../messages/text.ts';
import { ConnectionLinks } from '../peaka/links/connection-links.tsx';
import { applyFix } from './apply-fix.ts';
import { editConnection, isAuthorized, renewConnection, requestTitle } from './connection-actions.ts';
import { ConnectionLine } from './connection-line.tsx';
import { ConnectionMenuItems } from './connection-menu.tsx';
import classes from './connection-page.module.css';
import { grantViews } from './grants/grant-views.ts';
import { AccountRow } from './page/account-row.tsx';
import { ForecastRow } from './page/forecast-row.tsx';
import { IntrospectionRow } from './page/introspection-row.tsx';
import { Samples } from './page/samples.tsx';
import { confirmRemoval } from './remove-authorization.tsx';
import { RequestButton } from './request-button.tsx';

export function ConnectionPage({ id }: { id: string }) {
  const view = useConnection(id);
  return view === undefined ? null : <LoadedConnection view={view} />;
}

/** One connection: its status, settings, resources and actions. */
function LoadedConnection({ view }: { view: ConnectionView }) {
  const { connection, status } = view;
  const preset = usePreset(connection.presetId);
  const trouble = troubleOf(status);
  // A refused token was already renewed if that was possible.
  const isRefused = trouble?.code === 'token.not_accepted';
  const canRenew =
    (status.status === 'failing' && !isRefused) || (status.status === 'authorized' && status.renewsByItself);
  return (
    <div className={classes.page} data-pane="connection">
      <div className={classes.column}>
        <header className={classes.head}>
          <Badge preset={preset} name={connection.name} size={36} />
          <div className={classes.titles}>
            <h1 className={classes.title}>{connection.name}</h1>
            <p className={classes.sub}>
              {preset?.name === connection.name ? null : `${preset?.name ?? text('connection.preset.custom')} · `}
              {textOf(grantViews[connection.grant].name)}
            </p>
          </div>
          <MoreButton label={text('connection.menu', { name: connection.name })}>
            <Menu.Dropdown>
              <ConnectionMenuItems id={connection.id} />
            </Menu.Dropdown>
          </MoreButton>
        </header>

        <section className={classes.card} aria-label={text('connection.page.status')}>
          {trouble === undefined ? null : <ForecastRow view={view} />}
          <div className={classes.status}>
            <ConnectionLine view={view} />
            <div className={classes.actions}>
              {canRenew ? (
                <Button variant="default" onClick={() => void renewConnection(connection.id)}>
                  {text('connection.page.renew')}
                </Button>
              ) : null}
              <RequestButton view={view} onRequest={() => editConnection(view, undefined, () => requestTitle(view))} />
            </div>
          </div>
          <ErrorBoundary>
            <AccountRow view={view} />
          </ErrorBoundary>
          {trouble === undefined ? (
            <ForecastRow view={view} />
          ) : (
            <div className={classes.error}>
              <ErrorPanel
                error={trouble}
                connection={connection}
                onFix={(change, retry) => void applyFix(view, change, retry)}
                actions={{
                  ...consoleAction(preset),
                  give_key: openSecretSettings,
                  request_token: () => editConnection(view, undefined, () => requestTitle(view)),
                  edit_connection: () => editConnection(view),
                  try_again: () => void renewConnection(connection.id),
                }}
              />
            </div>
          )}
          <ErrorBoundary>
            <IntrospectionRow key={connection.id} view={view} />
          </ErrorBoundary>
        </section>

        <ErrorBoundary>
          <ConnectionLinks connectionId={connection.id} canHandOver={isAuthorized(view)} />
        </ErrorBoundary>
        <ErrorBoundary>
          <Facts view={view} />
        </ErrorBoundary>
        <Samples view={view} samples={preset?.samples ?? []} />
        <UsedByList view={view} sampleUrl={preset?.samples[0]?.url} />

        {view.secrets.includes('tokenSet') ? (
          <section className={classes.removal} aria-labelledby="removal">
            <h2 id="removal" className={classes.heading}>
              {text('connection.page.endAccess')}
            </h2>
            <p className={classes.sub}>
              {text('connection.removal.token')} {preset?.practice ? null : preset?.removal?.text}{' '}
              {preset?.removal?.url === undefined ? null : (
                <OpenLink url={preset.removal.url}>{text('connection.page.removalPage')}</OpenLink>
              )}
            </p>
            <Button variant="default" color="red.9" onClick={() => confirmRemoval(view, preset)}>
              {text('connection.menu.remove')}
            </Button>
          </section>
        ) : null}
      </div>
    </div>
  );
}

function Facts({ view: { connection, status, secrets } }: { view: ConnectionView }) {
  const authorized = status.status === 'authorized' ? status : undefined;
  const scopes = authorized?.scopes ?? connection.scopes;
  const practiceService = usePractice();
  const secretsRest = useInfo()?.vault.status === 'session' ? 'session' : 'stored';
  // `{practice}` is the practice service's current origin.
  const shown = (url: string): string =>
    practiceService?.status === 'running' ? url.replaceAll('{practice}', practiceService.origin) : url;
  return (
    <dl className={classes.facts}>
      {authorized === undefined ? null : (
        <>
          <dt>{text(isWithoutLogin(connection) ? 'connection.facts.saved' : 'connection.facts.received')}</dt>
          <dd>
            <RelativeTime time={authorized.obtainedAt} />
          </dd>
          {authorized.tokenTypeNote === undefined ? null : (
            <>
              <dt>{text('connection.facts.tokenType')}</dt>
              <dd>{textOf(authorized.tokenTypeNote)}</dd>
            </>
          )}
          {authorized.idTokenNote === undefined ? null : (
            <>
              <dt>{text('connection.facts.idToken')}</dt>
              <dd>{textOf(authorized.idTokenNote)}</dd>
            </>
          )}
        </>
      )}
      {scopes.length === 0 ? null : (
        <>
          <dt>
            {text(
              authorized?.scopes === undefined ? 'connection.facts.scopesRequested' : 'connection.facts.scopesGranted',
            )}
          </dt>
          <dd className={classes.chips}>
            {scopes.map((scope) => (
              <span key={scope} className={`${classes.chip} mono`}>
                {scope}
              </span>
            ))}
          </dd>
        </>
      )}
      <dt>{text('connection.client.oauth2.id')}</dt>
      <dd className="mono">{connection.clientId === '' ? '–' : connection.clientId}</dd>
      <dt>{text('connection.client.oauth2.secret')}</dt>
      <dd>
        {text(secrets.includes('clientSecret') ? `connection.facts.secret.${secretsRest}` : 'connection.facts.none')}
      </dd>
      {hasCallback(connection) ? (
        <>
          <dt>{text('connection.callback')}</dt>
          <dd className={classes.copyable}>
            <span className="mono">{connection.callbackUrl}</span>
            <CopyButton text={connection.callbackUrl} what={text('connection.callback.copied')} />
          </dd>
        </>
      ) : null}
      {isWithoutLogin(connection) ? (
        <>
          <dt>{text('connection.facts.token')}</dt>
          <dd>
            {text(
              connection.tokenSource === 'own' ? `connection.facts.ownToken.${secretsRest}` : 'connection.facts.none',
            )}
          </dd>
          {connection.realm === '' ? null : (
            <>
              <dt>{text('connection.realm')}</dt>
              <dd className="mono">{connection.realm}</dd>
            </>
          )}
        </>
      ) : (
        <>
          <dt>{text('connection.url.accessTokenUrl')}</dt>
          <dd className="mono">{shown(connection.accessTokenUrl)}</dd>
        </>
      )}
      <dt>
        {text(
          isWithoutLogin(connection) && connection.tokenSource === 'none'
            ? 'connection.facts.signedHosts'
            : 'connection.facts.hosts',
        )}
      </dt>
      <dd className="mono">{connection.hosts.length === 0 ? '–' : connection.hosts.map(shown).join(', ')}</dd>
    </dl>
  );
}

const shownAtFirst = 8;

function UsedByList({ view, sampleUrl }: { view: ConnectionView; sampleUrl: string | undefined }) {
  const resources = useResources();
  const [showAll, setShowAll] = useState(false);
  const ids = new Set(view.usedBy);
  const users = resources.filter((each) => ids.has(each.resource.id));
  const shown = showAll ? users.slice(0, 200) : users.slice(0, shownAtFirst);
  return (
    <section aria-labelledby="used-by" className={classes.used}>
      <div className={classes.usedHead}>
        <h2 id="used-by" className={classes.heading}>
          {text('connection.usedBy', { count: users.length })}
        </h2>
        <Button
          size="compact-xs"
          variant="subtle"
          onClick={() =>
            void createResource({
              name: text('connection.usedBy.newName', { name: view.connection.name }),
              url: sampleUrl ?? '',
              authorization: { type: 'oauth', connectionId: view.connection.id },
            })
          }
        >
          {text('connection.usedBy.new')}
        </Button>
      </div>
      <ul className={classes.users}>
        {shown.map(({ resource }) => (
          <li key={resource.id}>
            <button type="button" className={classes.user} onClick={() => selectResource(resource.id)}>
              <span className={classes.userName}>{resource.name}</span>
              <span className={`${classes.userUrl} mono`}>{resource.url}</span>
              <IconChevronRight size={14} stroke={1.6} aria-hidden />
            </button>
          </li>
        ))}
      </ul>
      {users.length > shown.length && !showAll ? (
        <Button size="compact-xs" variant="subtle" onClick={() => setShowAll(true)}>
          {text('connection.usedBy.showAll', { count: users.length })}
        </Button>
      ) : null}
    </section>
  );
}
