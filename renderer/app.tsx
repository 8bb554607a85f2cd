import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect } from 'react';
import { languageOf } from '../app/shared/messages/languages.ts';
import { queryClient, useInfo, usePreferences } from './api/queries.ts';
import { ErrorBoundary } from './common/error-boundary.tsx';
import { useIdle } from './common/lazy.ts';
import { loadLanguage, useLanguage } from './messages/language.ts';
import { text } from './messages/text.ts';
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
  // Draws everything below again: texts are read while drawing.
  useLanguage();
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      colorSchemeManager={colorSchemes}
      defaultColorScheme={preference === 'system' ? 'auto' : preference}
    >
      <FollowTheme />
      <FollowLanguage />
      <ErrorBoundary>
        <Frame />
      </ErrorBoundary>
      {/* Portals lie in a landmark of the page: what opens is part of it for a screen reader. */}
      <section id="overlays" aria-label={text('shell.overlays')} />
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

/** Where the file of a language cannot be read, the window stays as it is. */
function FollowLanguage() {
  const preference = usePreferences()?.language ?? 'system';
  const system = useInfo()?.languages;
  const language = system === undefined ? undefined : languageOf(preference, system);
  useEffect(() => {
    if (language !== undefined) loadLanguage(language).catch(() => undefined);
  }, [language]);
  return null;
}

function FollowTheme() {
  useTheme();
  return null;
}
