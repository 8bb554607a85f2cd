/** Whether a process with this id runs. The system gives the id of one that ended to another. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: another user's, but running.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
