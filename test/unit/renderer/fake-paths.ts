import type { Handlers } from './fake-bridge.ts';
import type { FakeState } from './fake-state.ts';

/** Paths to rows: the whole list, and children of its rows. */
export function pathHandlers(state: FakeState): Pick<Handlers, 'preview.path' | 'preview.paths'> {
  const paths = [
    { path: '', kind: 'list' as const, rowCount: state.rows },
    { path: '$[*].lines[*]', kind: 'unnested' as const, rowCount: 3204 },
    { path: '$[*].tags[*]', kind: 'unnested' as const, rowCount: null },
    { path: './0', kind: 'object' as const, rowCount: 1 },
  ];
  return {
    'preview.paths': () => ({ paths }),
    'preview.path': ({ dataPath }) => {
      const known = paths.find(({ path }) => path === dataPath);
      if (known !== undefined) return { status: 'rows', rowCount: known.rowCount ?? 12 };
      if (dataPath.startsWith('$'))
        return {
          status: 'fault',
          message: { id: 'paths.fault.bracket', values: { at: dataPath.length + 1 } },
          at: dataPath.length + 1,
        };
      return { status: 'fault', message: { id: 'paths.fault.none' } };
    },
  };
}
