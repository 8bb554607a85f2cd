import type { ConnectionView, ResourceView } from '../../app/shared/contract/contract.ts';
import { findCredentials } from '../../app/shared/resource/credentials.ts';
import { readParameters } from '../../app/shared/resource/parameters.ts';
import type { Resource } from '../../app/shared/resource/resource.ts';
import { text } from '../messages/text.ts';
import { AuthorizationFields } from './authorization-fields.tsx';
import { AuthorizationSummary } from './authorization-summary.tsx';
import { BodyEditor } from './body-editor.tsx';
import { DraftCredential } from './draft-credential.tsx';
import { LateFeedPanel } from './feed/late-feed-panel.tsx';
import { HeadersEditor } from './headers-editor.tsx';
import { OAuthActions } from './oauth-actions.tsx';
import { LatePagesEditor } from './pages/late-pages-editor.tsx';
import { Parameters } from './parameters/parameters.tsx';
import { LateReloadPanel } from './reload/late-parts.tsx';
import classes from './request-card.module.css';
import { SectionTabs } from './section-tabs.tsx';
import type { Card } from './use-card.ts';
import type { EditResource } from './use-draft.ts';
import type { Problems } from './use-problems.ts';

interface RequestCardProps {
  card: Card;
  view: ResourceView;
  draft: Resource;
  connection: ConnectionView | undefined;
  problems: Problems;
  edit: EditResource;
  flush: () => Promise<boolean>;
}

/** The card below the URL: how requests are authorized, and their headers. */
export function RequestCard({ card, view, draft, connection, problems, edit, flush }: RequestCardProps) {
  const { section } = card;
  const { problemOf, touch } = problems;
  const inUsername = findCredentials(draft).find(({ place }) => place === 'username');
  return (
    <div className={classes.card}>
      <SectionTabs
        value={section}
        onChange={card.openSection}
        isOpen={card.isOpen}
        onToggle={card.toggle}
        summary={<AuthorizationSummary authorization={draft.authorization} connection={connection} />}
        aside={
          draft.authorization.type === 'oauth' ? (
            <OAuthActions
              resourceId={draft.id}
              view={connection}
              onChoose={(connectionId) => edit({ authorization: { type: 'oauth', connectionId } })}
              flush={flush}
            />
          ) : null
        }
        tabs={[
          { value: 'authorization', label: text('resourcePage.authorization') },
          {
            value: 'parameters',
            label: text('resourcePage.parameters'),
            count: readParameters(draft).filter((each) => each.isOn && each.text !== '').length,
            isWrong: problems.areParametersWrong,
          },
          {
            value: 'headers',
            label: text('resourcePage.headers'),
            count: draft.headers.length,
            isWrong: problems.areHeadersWrong,
          },
          { value: 'body', label: text('resourcePage.body'), isWrong: problems.isBodyWrong },
          { value: 'pages', label: text('resourcePage.pages'), isWrong: problems.arePagesWrong },
          { value: 'reload', label: text('resourcePage.reload') },
          { value: 'feed', label: text('resourcePage.feed') },
        ]}
      />
      {card.isOpen ? (
        <div
          ref={card.body}
          className={classes.body}
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
              offer={
                inUsername === undefined ? null : (
                  <DraftCredential
                    found={inUsername}
                    unsaved={text('resourcePage.unsaved.username')}
                    draft={draft}
                    edit={edit}
                    flush={flush}
                  />
                )
              }
              onLeave={() => touch('authorization')}
            />
          ) : section === 'parameters' ? (
            <Parameters
              draft={draft}
              connection={connection?.connection}
              problemOf={problemOf}
              edit={edit}
              flush={flush}
              touch={touch}
            />
          ) : section === 'reload' ? (
            <LateReloadPanel draft={draft} edit={edit} />
          ) : section === 'feed' ? (
            <LateFeedPanel resource={draft} />
          ) : section === 'body' ? (
            <BodyEditor draft={draft} problemOf={problemOf} edit={edit} flush={flush} touch={touch} />
          ) : section === 'pages' ? (
            <LatePagesEditor draft={draft} problemOf={problemOf} edit={edit} touch={touch} />
          ) : (
            <HeadersEditor view={view} draft={draft} problemOf={problemOf} edit={edit} flush={flush} touch={touch} />
          )}
        </div>
      ) : null}
    </div>
  );
}
