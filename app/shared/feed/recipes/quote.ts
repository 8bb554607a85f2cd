/** One argument of a POSIX shell, quoted whatever it holds (POSIX.1-2017 XCU §2.2.2). */
export const shellQuoted = (value: string): string => `'${value.replaceAll("'", "'\\''")}'`;

/** A string of YAML 1.2 (§7.3.1), JavaScript and Python: all read what JSON writes. */
export const jsonQuoted = (value: string): string => JSON.stringify(value);

/** A verbatim string of PowerShell, which also ends at typographic quotes (about_Quoting_Rules). */
export const powershellQuoted = (value: string): string => `'${value.replaceAll(/['‘’‚‛]/g, '$&$&')}'`;

/** A delimited identifier of SQL (ISO/IEC 9075-2 §5.2). */
export const sqlQuoted = (value: string): string => `"${value.replaceAll('"', '""')}"`;

/** A string of Rison (https://github.com/Nanonid/rison), which `!` escapes. */
export const risonQuoted = (value: string): string => `'${value.replaceAll(/['!]/g, '!$&')}'`;
