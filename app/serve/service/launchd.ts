import { posix } from 'node:path';
import { run, type Service, type ServiceFacts, tryToRun, xmlText } from './service.ts';

const label = 'app.tokenboard.serve';

/** An agent of the user, which starts at login (launchd.plist(5)). Agents reach the user's keychain. */
export function launchdService(facts: ServiceFacts): Service {
  const path = posix.join(facts.home, 'Library/LaunchAgents', `${label}.plist`);
  const domain = `gui/${facts.uid}`;
  return {
    install: [
      ...(facts.keyFile === undefined ? [] : [{ do: 'create_key' as const, path: facts.keyFile }]),
      { do: 'write', path, content: plist(facts), encoding: 'utf8' },
      tryToRun('launchctl', 'bootout', `${domain}/${label}`),
      run('launchctl', 'bootstrap', domain, path),
    ],
    uninstall: [tryToRun('launchctl', 'bootout', `${domain}/${label}`), { do: 'remove', path }],
  };
}

const text = (value: string): string => `<string>${xmlText(value)}</string>`;

function plist({ program, flags, dataFolder, keyFile, home }: ServiceFacts): string {
  const environment = { TOKENBOARD_DATA: dataFolder, TOKENBOARD_KEY_FILE: keyFile };
  const variables = Object.entries(environment).flatMap(([name, value]) =>
    value === undefined ? [] : [`    <key>${name}</key>`, `    ${text(value)}`],
  );
  return `${[
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">',
    '<plist version="1.0">',
    '<dict>',
    '  <key>Label</key>',
    `  ${text(label)}`,
    '  <key>ProgramArguments</key>',
    '  <array>',
    ...[...program, ...flags].map((part) => `    ${text(part)}`),
    '  </array>',
    ...(variables.length === 0 ? [] : ['  <key>EnvironmentVariables</key>', '  <dict>', ...variables, '  </dict>']),
    '  <key>RunAtLoad</key>',
    '  <true/>',
    // Not after an end in order. launchd waits ten seconds between two starts.
    '  <key>KeepAlive</key>',
    '  <dict>',
    '    <key>SuccessfulExit</key>',
    '    <false/>',
    '  </dict>',
    '  <key>ProcessType</key>',
    '  <string>Background</string>',
    // 0077: launchd reads a number in decimal.
    '  <key>Umask</key>',
    '  <integer>63</integer>',
    '  <key>ExitTimeOut</key>',
    '  <integer>20</integer>',
    '  <key>StandardOutPath</key>',
    `  ${text(posix.join(home, 'Library/Logs/Tokenboard.log'))}`,
    '  <key>StandardErrorPath</key>',
    `  ${text(posix.join(home, 'Library/Logs/Tokenboard.log'))}`,
    '</dict>',
    '</plist>',
  ].join('\n')}\n`;
}
