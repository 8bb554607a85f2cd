import { Button, TextInput } from '@mantine/core';
import { type RequestUrlField, requestUrlsOf } from '../../app/shared/connection/grants/definitions.ts';
import { completeUrl } from '../common/complete-url.ts';
import { text } from '../messages/text.ts';
import classes from './connection-dialog.module.css';
import { filledBy } from './draft.ts';
import type { ConnectionFormState } from './form-state.ts';

const examples: Record<RequestUrlField, string> = {
  requestUrl: 'https://api.example.com/oauth/request_token',
  authorizationUrl: 'https://login.example.com/oauth/authorize',
  deviceAuthorizationUrl: 'https://login.example.com/oauth/device',
  accessTokenUrl: 'https://login.example.com/oauth/token',
};

interface UrlFieldsProps {
  form: ConnectionFormState;
  showAll: boolean;
  onShowAll: () => void;
}

/** The endpoints of the service that the preset does not fill in. */
export function UrlFields({ form, showAll, onShowAll }: UrlFieldsProps) {
  const { draft, preset, edit, problemOf, touch } = form;
  const all = requestUrlsOf(draft);
  const shown = all.filter((field) => showAll || !filledBy(preset, draft, field) || problemOf(field) !== undefined);
  return (
    <>
      {shown.map((field) => (
        <TextInput
          key={field}
          label={text(`connection.url.${field}`)}
          description={text(`connection.url.${field}.hint`)}
          placeholder={examples[field]}
          value={draft[field]}
          error={problemOf(field)}
          spellCheck={false}
          classNames={{ input: 'mono' }}
          onChange={(event) => edit({ [field]: event.currentTarget.value })}
          onBlur={() => {
            const url = completeUrl(draft[field]);
            if (url !== draft[field]) edit({ [field]: url });
            touch(field);
          }}
        />
      ))}
      {shown.length === all.length ? null : (
        <div className={classes.field}>
          <p className={classes.sentence}>
            {text('connection.url.filled', { name: preset?.name ?? '' })}{' '}
            <Button size="compact-xs" variant="subtle" onClick={onShowAll}>
              {text('connection.url.showAll')}
            </Button>
          </p>
        </div>
      )}
    </>
  );
}
