import { Button } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useState } from 'react';
import type { PracticeGrant } from '../../app/connections/grant-names.ts';
import { useResources } from '../api/queries.ts';
import { createResource } from '../resources/resource-actions.ts';
import { Mark } from '../shell/mark.tsx';
import { shortcut } from '../shell/platform.ts';
import { tryPractice } from './try-practice.ts';
import classes from './welcome.module.css';

const grants: { grant: PracticeGrant; name: string; text: string }[] = [
  { grant: 'authorization_code', name: 'Authorization code', text: 'Log in in a window, give consent, see data.' },
  { grant: 'password', name: 'Password', text: 'User name and password, without a window.' },
  { grant: 'oauth1', name: 'OAuth1', text: 'Three steps, every request signed.' },
  { grant: 'client_credentials', name: 'Client credentials', text: 'The app itself logs in, nobody else.' },
  { grant: 'device_code', name: 'Device code', text: 'A short code, typed in in any browser.' },
];

/** Nothing is selected. Without resources this is the start: one click to data. */
export function Welcome() {
  const isEmpty = useResources().length === 0;
  const [starting, setStarting] = useState<PracticeGrant | null>(null);
  const start = async (grant: PracticeGrant): Promise<void> => {
    setStarting(grant);
    await tryPractice(grant);
    setStarting(null);
  };
  if (!isEmpty)
    return (
      <div className={classes.page}>
        <div className={classes.none}>
          <p>Choose a resource or a connection on the left, or press {shortcut('K')}.</p>
        </div>
      </div>
    );
  return (
    <div className={classes.page}>
      <div className={classes.column}>
        <Mark size={44} />
        <h1 className={classes.title}>No resources yet</h1>
        <p className={classes.lead}>
          A resource is a URL that returns data. Tokenboard logs in for it once, keeps the token fresh, and shows what
          comes back.
        </p>
        <div className={classes.buttons}>
          <Button
            size="md"
            loading={starting === 'authorization_code'}
            onClick={() => void start('authorization_code')}
          >
            Try the practice service
          </Button>
          <Button size="md" variant="default" onClick={() => void createResource()}>
            New resource
          </Button>
        </div>
        <h2 className={classes.heading}>Practise each way to log in</h2>
        <ul className={classes.grants}>
          {grants.map(({ grant, name, text }) => (
            <li key={grant}>
              <button
                type="button"
                className={classes.grant}
                disabled={starting !== null}
                onClick={() => void start(grant)}
              >
                <span className={classes.grantName}>
                  {name}
                  <IconArrowRight size={14} stroke={1.7} aria-hidden />
                </span>
                <span className={classes.grantText}>{text}</span>
              </button>
            </li>
          ))}
        </ul>
        <p className={classes.foot}>
          The practice service runs on this computer only. Nothing to register, no account, no network.
        </p>
      </div>
    </div>
  );
}
