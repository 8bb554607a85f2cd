import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { ConnectionView } from '../../../app/shared/contract/contract.ts';
import type { Preset } from '../../../app/shared/preset/preset.ts';
import { createResource } from '../../actions/resource-actions.ts';
import { runResource } from '../../api/runs.ts';
import { text } from '../../messages/text.ts';
import { isAuthorized } from '../connection-actions.ts';
import classes from './samples.module.css';

/** Data of the service that one click makes a resource of. */
export function Samples({ view, samples }: { view: ConnectionView; samples: Preset['samples'] }) {
  const add = async ({ name, url, rows }: Preset['samples'][number]): Promise<void> => {
    const authorization = { type: 'oauth' as const, connectionId: view.connection.id };
    const id = await createResource({ name, url, dataPath: rows ?? null, authorization });
    // Other braces in the URL are for the user to fill in.
    if (id !== undefined && isAuthorized(view)) void runResource(id);
  };
  if (samples.length === 0) return null;
  return (
    <section aria-labelledby="samples" className={classes.samples}>
      <h2 id="samples" className={classes.heading}>
        {text('connection.samples')}
      </h2>
      <ul className={classes.list}>
        {samples.map((sample) => (
          <li key={sample.name}>
            <Button
              size="xs"
              variant="default"
              title={sample.url}
              leftSection={<IconPlus size={14} stroke={1.8} aria-hidden />}
              onClick={() => void add(sample)}
            >
              {sample.name}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
