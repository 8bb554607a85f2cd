import { TextInput } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';
import { text } from '../messages/text.ts';
import classes from './connection-dialog.module.css';
import type { ConnectionFormState } from './form-state.ts';
import { ApiSection } from './more/api-section.tsx';
import { ClientSection } from './more/client-section.tsx';
import type { MoreSection } from './more/more-sections.ts';
import { ParametersSection } from './more/parameters-section.tsx';
import { ScopesSection } from './more/scopes-section.tsx';
import sectionClasses from './more/section.module.css';
import { MoreSectionRow } from './more/section.tsx';
import { sectionSummary, sectionsFor } from './more/sections.ts';
import { TokenResponseSection } from './more/token-response-section.tsx';
import { UrlsSection } from './more/urls-section.tsx';
import { WindowSection } from './more/window-section.tsx';
import type { OpenParts } from './open-parts.ts';

interface MoreFieldsProps {
  form: ConnectionFormState;
  parts: OpenParts;
  freshSession: boolean;
  onFreshSession: (fresh: boolean) => void;
}

/** Rarely needed settings: a name, and groups that summarize their contents. */
export function MoreFields(props: MoreFieldsProps) {
  const { more, toggleMore } = props.parts;
  const bodyId = useId();
  return (
    <div className={classes.more}>
      <button
        type="button"
        className={classes.disclosure}
        aria-expanded={more}
        aria-controls={bodyId}
        onClick={toggleMore}
      >
        <IconChevronRight size={14} stroke={1.8} aria-hidden />
        {text('connection.more')}
      </button>
      <div id={bodyId} className={classes.more} hidden={!more}>
        {more ? <MoreBody {...props} /> : null}
      </div>
    </div>
  );
}

function MoreBody({ form, parts, freshSession, onFreshSession }: MoreFieldsProps) {
  const { draft, edit, problemOf, touch } = form;
  const bodies: Record<MoreSection, () => ReactNode> = {
    client: () => <ClientSection form={form} />,
    window: () => <WindowSection form={form} freshSession={freshSession} onFreshSession={onFreshSession} />,
    scopes: () => <ScopesSection form={form} />,
    urls: () => <UrlsSection form={form} />,
    response: () => <TokenResponseSection form={form} />,
    api: () => <ApiSection form={form} />,
    parameters: () => <ParametersSection form={form} />,
  };
  return (
    <>
      <TextInput
        label={text('connection.name')}
        description={text('connection.name.hint')}
        value={draft.name}
        error={problemOf('name')}
        onChange={(event) => edit({ name: event.currentTarget.value })}
        onBlur={() => touch('name')}
      />
      <div className={sectionClasses.group}>
        {sectionsFor(draft).map((section) => (
          <MoreSectionRow
            key={section}
            title={text(`more.section.${section}`)}
            summary={sectionSummary(section, draft)}
            isOpen={parts.sections.has(section)}
            onToggle={() => parts.toggleSection(section)}
          >
            {bodies[section]()}
          </MoreSectionRow>
        ))}
      </div>
    </>
  );
}
