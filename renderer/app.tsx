import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { queryClient, usePreferences } from './api/queries.ts';
import { ErrorBoundary } from './common/error-boundary.tsx';
import { useIdle } from './common/lazy.ts';
import { Frame } from './shell/frame.tsx';
import { colorSchemes, useTheme } from './theme/color-scheme.ts';
import { cssVariables, theme } from './theme/theme.ts';

export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <ThemedApp />
    </QueryClientProvider>
  );
}

function ThemedApp() {
  const preference = usePreferences()?.theme ?? 'system';
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      colorSchemeManager={colorSchemes}
      defaultColorScheme={preference === 'system' ? 'auto' : preference}
    >
      <FollowTheme />
      <ErrorBoundary>
        <Frame />
      </ErrorBoundary>
      {/* Portals lie in a landmark of the page: what opens is part of it for a screen reader. */}
      <section id="overlays" aria-label="Dialogs and messages" />
      <Messages />
    </MantineProvider>
  );
}

/** Drawn after the window: what is told before waits in Mantine's store. */
function Messages() {
  return useIdle() ? (
    <Notifications position="bottom-right" containerWidth={360} transitionDuration={120} limit={4} />
  ) : null;
}

function FollowTheme() {
  useTheme();
  return null;
}
