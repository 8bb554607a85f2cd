import { useInfo } from '../api/queries.ts';
import { CopyButton } from '../common/copy-button.tsx';
import { Licences } from './licences.tsx';
import { Row, Section } from './section.tsx';
import classes from './settings-dialog.module.css';

const platforms: Record<string, string> = { linux: 'Linux', darwin: 'macOS', win32: 'Windows' };

export function About() {
  const info = useInfo();
  if (info === undefined) return null;
  return (
    <Section title="About">
      <Row label="Data folder" hint={<span className={`mono ${classes.folder}`}>{info.dataFolder}</span>}>
        <CopyButton text={info.dataFolder} what="data folder" />
      </Row>
      <Row
        label={`Tokenboard ${info.version}`}
        hint={`${info.platformDescription} on ${platforms[info.operatingSystem] ?? info.operatingSystem}. MIT licence.`}
      >
        {null}
      </Row>
      <Licences />
    </Section>
  );
}
