import { useInfo } from '../api/queries.ts';
import { CopyButton } from '../common/copy-button.tsx';
import { text } from '../messages/text.ts';
import { Licences } from './licences.tsx';
import { Row, Section } from './section.tsx';
import classes from './settings-dialog.module.css';

const platforms: Record<string, string> = { linux: 'Linux', darwin: 'macOS', win32: 'Windows' };

export function About() {
  const info = useInfo();
  if (info === undefined) return null;
  return (
    <Section title={text('settings.about')}>
      <Row
        label={text('settings.about.dataFolder')}
        hint={<span className={`mono ${classes.folder}`}>{info.dataFolder}</span>}
      >
        <CopyButton text={info.dataFolder} what={text('settings.about.dataFolder.copy')} />
      </Row>
      <Row
        label={text('settings.about.version', { version: info.version })}
        hint={text('settings.about.platform', {
          platform: info.platformDescription,
          system: platforms[info.operatingSystem] ?? info.operatingSystem,
        })}
      >
        {null}
      </Row>
      <Licences />
    </Section>
  );
}
