/** One argument of a POSIX shell, quoted whatever it holds (POSIX.1-2017 XCU §2.2.2). */
export const shellQuoted = (value: string): string => `'${value.replaceAll("'", "'\\''")}'`;
