import { ActionIcon, Tooltip } from '@mantine/core';
import { IconLockOpen } from '@tabler/icons-react';
import { useId } from 'react';
import { variablesIn } from '../../../app/shared/connection/template.ts';
import type { ConnectionView } from '../../../app/shared/contract/contract.ts';
import { withoutDates } from '../../../app/shared/resource/dates/templates.ts';
import { keepVariableSecret } from '../../../app/shared/resource/keep-secret.ts';
import type { Resource } from '../../../app/shared/resource/resource.ts';
import { isOfConnection, ownVariables } from '../../../app/shared/resource/variables.ts';
import { text } from '../../messages/text.ts';
import type { EditResource } from '../use-draft.ts';
import classes from './parameters.module.css';
import { ValueField } from './value-field.tsx';

interface PathVariablesProps {
  draft: Resource;
  connection: ConnectionView['connection'] | undefined;
  problemOf: (field: string) => string | undefined;
  edit: EditResource;
  flush: () => Promise<boolean>;
  touch: (field: string) => void;
}

/** A value for each `{name}` in the URL, and where the values of the connection come from. */
export function PathVariables({ draft, connection, problemOf, edit, flush, touch }: PathVariablesProps) {
  const hintId = useId();
  const own = ownVariables(draft, connection);
  const ofConnection = variablesIn(withoutDates(draft.url)).filter(
    (name) => !draft.secretValues.includes(name) && isOfConnection(connection, name),
  );
  if (own.length === 0 && ofConnection.length === 0) return null;
  const keep = (name: string, value: string): void => {
    const kept = keepVariableSecret(draft, { name, value });
    edit(kept.resource, kept.secrets);
    void flush();
  };
  return (
    <fieldset className={classes.rows} aria-label={text('parameters.variables')} aria-describedby={hintId}>
      <p className={classes.hint} id={hintId}>
        <strong>{text('parameters.variables')}</strong> {text('parameters.variables.hint')}
      </p>
      {own.map(({ name, isSure }) => (
        <div key={name} className={classes.variable}>
          <span className={`${classes.name} mono`}>{`{${name}}`}</span>
          <ValueField
            label={text('parameters.variable.value', { name: `{${name}}` })}
            placeholder={text(isSure ? 'parameters.value' : 'parameters.variable.asWritten')}
            value={draft.variables[name] ?? ''}
            timeZone={draft.timeZone}
            problem={problemOf(`variables.${name}`)}
            mark={{ 'data-variable': name }}
            onType={(value) => edit({ variables: { ...draft.variables, [name]: value } })}
            onLeave={() => touch(`variables.${name}`)}
          />
          <Tooltip label={text('parameters.variable.keep')}>
            <ActionIcon
              aria-label={text('parameters.variable.keepOf', { name: `{${name}}` })}
              onClick={() => keep(name, draft.variables[name]?.trim() ?? '')}
            >
              <IconLockOpen size={15} stroke={1.7} />
            </ActionIcon>
          </Tooltip>
        </div>
      ))}
      {connection === undefined
        ? null
        : ofConnection.map((name) => (
            <div key={name} className={classes.variable}>
              <span className={`${classes.name} mono`}>{`{${name}}`}</span>
              <span className={classes.given}>
                {Object.hasOwn(connection.capturedValues, name) ? null : (
                  <span className="mono">{connection.variables[name]}</span>
                )}
                <span className={classes.source}>
                  {text(
                    Object.hasOwn(connection.capturedValues, name)
                      ? 'parameters.variable.fromLogin'
                      : 'parameters.variable.fromConnection',
                    { name: connection.name },
                  )}
                </span>
              </span>
            </div>
          ))}
    </fieldset>
  );
}
