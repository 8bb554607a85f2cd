import { practiceReport } from '../../practice/practice.ts';
import { setUpPractice } from '../../practice/setup.ts';
import type { AreaHandlers, OpenedCore } from './handlers.ts';

export const practiceHandlers = (opened: OpenedCore): AreaHandlers<'practice'> => ({
  'practice.status': async () => practiceReport((await opened()).practice.status()),
  'practice.start': async () => {
    const { practice } = await opened();
    await practice.start();
    return practiceReport(practice.status());
  },
  'practice.stop': async () => {
    const { practice } = await opened();
    await practice.stop();
    return practiceReport(practice.status());
  },
  'practice.setTokenLifetime': async ({ seconds }) => {
    const { practice } = await opened();
    practice.setTokenLifetime(seconds);
    return practiceReport(practice.status());
  },
  'practice.setUp': async ({ grants, onlyConnections = false }) => {
    const core = await opened();
    const ready = await core.practice.start();
    const { connections, resources, presets, changes } = core;
    const findPreset = (id: string) => presets.find((preset) => preset.id === id);
    const made = setUpPractice([...new Set(grants)], onlyConnections, ready, { connections, resources, findPreset });
    changes.connections(made.connectionIds);
    changes.resources(made.resourceIds);
    return made;
  },
});
