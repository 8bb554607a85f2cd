import { IconFlask, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { createResource } from '../actions/resource-actions.ts';
import { tryPractice } from '../actions/try-practice.ts';
import { useResources } from '../api/queries.ts';
import { shortcut } from '../common/platform.ts';
import { connectTo } from '../connection/connection-actions.ts';
import { text } from '../messages/text.ts';
import { PresetGallery, Tile } from '../presets/preset-gallery.tsx';
import classes from './welcome.module.css';

/** Nothing is selected. Without resources this is the start: the service, then its login, then the data. */
export function Welcome() {
  const isEmpty = useResources().length === 0;
  return (
    <div className={classes.page}>
      {isEmpty ? (
        <Start />
      ) : (
        <div className={classes.none}>
          <p>{text('welcome.choose', { shortcut: shortcut('palette') })}</p>
        </div>
      )}
    </div>
  );
}

function Start() {
  const [isStarting, setStarting] = useState(false);
  const practise = async (): Promise<void> => {
    setStarting(true);
    await tryPractice('authorization_code');
    setStarting(false);
  };
  const other = (
    <Tile
      label={text('welcome.other')}
      description={text('welcome.other.text')}
      icon={<IconPlus size={18} stroke={1.6} aria-hidden />}
      onPick={() => void createResource()}
    />
  );
  return (
    <div className={classes.column}>
      <h1 className={classes.title}>{text('welcome.title')}</h1>
      <p className={classes.lead}>{text('welcome.lead')}</p>
      <PresetGallery
        onPick={(id) => void connectTo(id)}
        before={
          <>
            <Tile
              label={text('welcome.practice')}
              description={text('welcome.practice.text')}
              icon={<IconFlask size={18} stroke={1.6} aria-hidden />}
              isMain
              isDisabled={isStarting}
              onPick={() => void practise()}
            />
            {other}
          </>
        }
        found={other}
      />
    </div>
  );
}
