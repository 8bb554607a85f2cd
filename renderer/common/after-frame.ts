/** A window that nobody sees draws no frame. */
const lateMs = 100;

/** Runs `work` once the next frame is out, with all that was changed until now. */
export function afterFrame(work: () => void): void {
  let done = false;
  const once = (): void => {
    if (done) return;
    done = true;
    clearTimeout(timer);
    work();
  };
  const timer = setTimeout(once, lateMs);
  // The callback runs before its frame is drawn, a task that it asks for after that.
  requestAnimationFrame(() => setTimeout(once));
}
