import type { KnipConfig } from 'knip';

/** What starts a process of its own, or is named by a string: knip follows imports from here and from the test runner. */
export default {
  entry: [
    'app/{main,browser,cli,preload,serve}.ts',
    'app/practice/service/main.ts',
    'app/resources/preview/main.ts',
    'scripts/*.{mjs,ts}',
    'scripts/lib/*{-all,-app,-demo,-sbom}.mjs',
    'scripts/{demo,pictures}/run.ts',
    'test/bench/{feed-server,one,run,service,soak-probe,start-once,preview-probe}.ts',
    'test/bench/measures/*.ts',
    'test/readers/odata-clients.cjs',
    'test/integration/platform/{platform-main.ts,child.cjs,page/page.js}',
    'test/renderer/vite.config.ts',
  ],
  project: ['app/**', 'renderer/**', 'scripts/**', 'test/**'],
  // Fonts are files of packages that a stylesheet names.
  compilers: {
    css: (text) =>
      [...text.matchAll(/url\("(@[^"]+)"\)|@import "([^"]+)"/g)]
        .map(([, font, sheet]) => `import '${font ?? sheet}';`)
        .join('\n'),
  },
  // A type that an export's signature names may be exported along with it.
  ignoreExportsUsedInFile: { interface: true, type: true },
  // Run by hand and by its path in a test; the parser that dependency-cruiser looks for; a process of a test imports it; a
  // test loads its grammar by its path.
  ignoreDependencies: ['electron-builder', 'simple-icons', '@swc/core', 'express', 'tree-sitter-powershell'],
  // The system's own.
  ignoreBinaries: [
    'apt-get',
    'certutil',
    'dbus-daemon',
    'dbus-send',
    'gnome-keyring-daemon',
    'mount',
    'nginx',
    'openssl',
    'pyenv',
    'systemd-analyze',
    'taskset',
    'umount',
  ],
} satisfies KnipConfig;
