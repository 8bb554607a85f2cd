/** A hidden window draws no frames. */
const lateMs = 100;

/** Runs `work` after the next frame, which shows every change made so far. */
export function afterFrame(work: () => void): void {
  let done = false;
  const once = (): void => {
    if (done) return;
    done = true;
    clearTimeout(timer);
    work();
  };
  const timer = setTimeout(once, lateMs);
  // The callback runs before its frame is drawn; a task queued in it runs after.
  requestAnimationFrame(() => setTimeout(once));
}
