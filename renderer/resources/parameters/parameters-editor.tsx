import type { ConnectionView } from '../../../app/shared/contract/contract.ts';
import type { Resource } from '../../../app/shared/resource/resource.ts';
import type { EditResource } from '../use-draft.ts';
import { ParameterRows } from './parameter-rows.tsx';
import classes from './parameters.module.css';
import { PathVariables } from './path-variables.tsx';
import { Resolved } from './resolved.tsx';

export interface ParametersEditorProps {
  draft: Resource;
  connection: ConnectionView['connection'] | undefined;
  problemOf: (field: string) => string | undefined;
  edit: EditResource;
  flush: () => Promise<boolean>;
  touch: (field: string) => void;
}

/** The query and the values of the URL, in step with the URL field, and what they become. */
export function ParametersEditor({ draft, connection, problemOf, edit, flush, touch }: ParametersEditorProps) {
  return (
    <div className={classes.editor}>
      <ParameterRows draft={draft} edit={edit} touch={touch} />
      <PathVariables
        draft={draft}
        connection={connection}
        problemOf={problemOf}
        edit={edit}
        flush={flush}
        touch={touch}
      />
      <Resolved draft={draft} connection={connection} edit={edit} />
    </div>
  );
}
