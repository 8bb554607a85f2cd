/** A program for `Exec` of a desktop entry, with its arguments. No shell reads it. */
export type DesktopCommand = readonly [program: string, ...args: string[]];

/** Desktop Entry Specification, "The Exec key": all of these need quotation marks. */
const plain = /^[\w@%+=:,./-]+$/;
const escapedInQuotes = /["`$\\]/g;

/** One argument of `Exec`. `%` starts a field code, so it is doubled. */
function execArgument(text: string): string {
  const fieldless = text.replaceAll('%', '%%');
  return plain.test(fieldless) ? fieldless : `"${fieldless.replaceAll(escapedInQuotes, '\\$&')}"`;
}

/**
 * A value of type string: the file's own escapes come on top of those of `Exec`, so that a backslash within quotation
 * marks is written four times ("The Exec key").
 */
const stringValue = (text: string): string =>
  text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r').replaceAll('\t', '\\t');

/** The value of `Exec`. */
export const execValue = (command: DesktopCommand): string => stringValue(command.map(execArgument).join(' '));

/**
 * An entry for `autostart/` (Desktop Application Autostart Specification). `program`: without it the desktop ignores the
 * entry, so that an uninstalled app leaves no error.
 */
export function autostartEntry(command: DesktopCommand, program: string): string {
  return `${[
    '[Desktop Entry]',
    'Type=Application',
    'Name=Tokenboard',
    `TryExec=${stringValue(program)}`,
    `Exec=${execValue(command)}`,
    'Icon=tokenboard',
    'Terminal=false',
    'X-GNOME-Autostart-enabled=true',
  ].join('\n')}\n`;
}

/** Whether the desktop starts the entry. Desktops switch one off by these keys, and keep the file. */
export function isAutostarted(entry: string): boolean {
  const [, group = ''] = /^\[Desktop Entry\]\s*$([\s\S]*?)(?=^\[|(?![\s\S]))/m.exec(entry) ?? [];
  const value = (key: string): string | undefined => new RegExp(`^${key}\\s*=\\s*(.*?)\\s*$`, 'm').exec(group)?.[1];
  const isSwitchedOff = value('Hidden') === 'true' || value('X-GNOME-Autostart-enabled') === 'false';
  return value('Exec') !== undefined && !isSwitchedOff;
}
