import { type ReactNode, useEffect } from 'react';
import { useConnections, useResources } from '../api/queries.ts';
import { ErrorBoundary } from '../common/error-boundary.tsx';
import { type PageKind, readWindow, selectResource, useWindow } from '../common/window-state.ts';
import { ConnectionPage } from '../connection/connection-page.tsx';
import { Notices } from '../notices/notices.tsx';
import { PeakaPage } from '../peaka/page/peaka-page.tsx';
import { ResourcePage } from '../resources/resource-page.tsx';
import { Sidebar } from '../sidebar/sidebar.tsx';
import { Welcome } from '../welcome/welcome.tsx';
import { ConsoleDock } from './console-dock.tsx';
import { useFocusKeeper } from './focus-keeper.ts';
import classes from './frame.module.css';
import { useKeys } from './keys.ts';
import { Overlays } from './overlays.tsx';
import { useSelectAll } from './select-all.ts';
import { TopBar } from './top-bar.tsx';

const pages: Record<PageKind, (props: { id: string }) => ReactNode> = {
  resource: ResourcePage,
  connection: ConnectionPage,
  peaka: PeakaPage,
};

/** The window: top bar, sidebar, the page of what is selected, and what lies on top. */
export function Frame() {
  useKeys();
  useFocusKeeper();
  useSelectAll();
  useTitle();
  const resources = useResources();
  const selection = useWindow((state) => state.selection);
  const sidebarOpen = useWindow((state) => state.sidebarOpen);
  const first = resources[0]?.resource.id;
  const Page = selection === null ? undefined : pages[selection.kind];

  useEffect(() => {
    if (readWindow().selection === null && first !== undefined) selectResource(first);
  }, [first]);

  return (
    <div className={classes.frame}>
      <TopBar />
      <div className={classes.body}>
        {sidebarOpen ? <Sidebar /> : null}
        <main className={classes.main}>
          <Notices />
          <ErrorBoundary key={selection === null ? 'none' : `${selection.kind}:${selection.id}`}>
            {selection === null || Page === undefined ? <Welcome /> : <Page key={selection.id} id={selection.id} />}
          </ErrorBoundary>
        </main>
      </div>
      <ConsoleDock />
      <Overlays />
    </div>
  );
}

/** The window's title counts what waits for the user, so that the task bar shows it too. */
function useTitle(): void {
  const waiting = useConnections().filter(({ status }) => status.status === 'needs_login').length;
  useEffect(() => {
    document.title = waiting === 0 ? 'Tokenboard' : `(${waiting}) Tokenboard`;
  }, [waiting]);
}
