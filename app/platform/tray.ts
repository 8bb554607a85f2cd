/** What the icon in the tray tells: the feeds that the app serves while its window is closed. */
export interface TrayState {
  feeds: 'off' | 'starting' | 'running' | 'failed';
  /** Feeds that are switched on. */
  published: number;
  /** Where readers reach them: `http://127.0.0.1:8098`. */
  origins: readonly string[];
}
