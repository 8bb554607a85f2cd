import { usesField } from '../../app/shared/connection/grants/definitions.ts';
import { type TokenSource, tokenSources } from '../../app/shared/connection/token-sources.ts';
import { text } from '../messages/text.ts';
import classes from './connection-dialog.module.css';
import type { ConnectionFormState } from './form-state.ts';
import { Choice } from './more/choice.tsx';

/** OAuth1: whether the user logs in, has a token already, or needs none. */
export function TokenSourceField({ form }: { form: ConnectionFormState }) {
  const { draft, preset, edit } = form;
  if (!usesField(draft, 'tokenSource')) return null;
  const offered = preset?.grant === draft.grant ? preset.tokenSources : tokenSources;
  // A value from before the preset limited the choice stays visible.
  const shown = tokenSources.filter((source) => offered.includes(source) || source === draft.tokenSource);
  const sentence = text(`connection.tokenSource.${draft.tokenSource}.sentence`);
  if (shown.length === 1) return <p className={classes.sentence}>{sentence}</p>;
  return (
    <Choice<TokenSource>
      label={text('connection.tokenSource')}
      sentence={sentence}
      value={draft.tokenSource}
      choices={Object.fromEntries(shown.map((source) => [source, text(`connection.tokenSource.${source}`)]))}
      onChange={(tokenSource) => edit({ tokenSource })}
    />
  );
}
