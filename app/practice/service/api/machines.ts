import { pick, seeded } from './random.ts';

const minuteMs = 60_000;
const states = ['running', 'running', 'running', 'idle', 'setup', 'fault'] as const;
const types = ['Milling', 'Lathe', 'Press', 'Robot', 'Packaging'] as const;
const eventKinds = ['started', 'stopped', 'fault', 'cleared', 'tool changed'] as const;
const carriers = ['Dorn Spedition', 'Noordzee Cargo', 'Rhône Express', 'Alpenfracht'] as const;

/** 240 machines. */
export const machines = Array.from({ length: 240 }, (_, index) => {
  const id = `M-${String(index + 1).padStart(3, '0')}`;
  return {
    id,
    type: pick(types, `type ${id}`),
    hall: 1 + (index % 4),
    state: pick(states, `state ${id}`),
    oee: Math.round(seeded(`oee ${id}`) * 1000) / 10,
    partsToday: Math.floor(seeded(`parts ${id}`) * 900),
  };
});

/** 10,000 events of the machines, oldest first, one a minute up to now. */
export function events(now = Date.now()) {
  const last = Math.floor(now / minuteMs);
  return Array.from({ length: 10_000 }, (_, index) => {
    const minute = last - 9_999 + index;
    return {
      id: minute,
      at: new Date(minute * minuteMs).toISOString(),
      machine: `M-${String(1 + (minute % 240)).padStart(3, '0')}`,
      kind: pick(eventKinds, `kind ${minute}`),
      durationSeconds: Math.floor(seeded(`duration ${minute}`) * 900),
    };
  });
}

/** 90 shipments. */
export const shipments = Array.from({ length: 90 }, (_, index) => {
  const id = 70_001 + index;
  return {
    id,
    carrier: pick(carriers, `carrier ${id}`),
    parcels: 1 + Math.floor(seeded(`parcels ${id}`) * 12),
    weightKg: Math.round(seeded(`weight ${id}`) * 9_000) / 10,
    delivered: seeded(`delivered ${id}`) < 0.6,
  };
});

/** 180 tickets. */
export const tickets = Array.from({ length: 180 }, (_, index) => {
  const id = `T-${1000 + index}`;
  return {
    id,
    title: `${pick(eventKinds, `title ${id}`)} at M-${String(1 + Math.floor(seeded(`machine ${id}`) * 240)).padStart(3, '0')}`,
    priority: 1 + Math.floor(seeded(`priority ${id}`) * 4),
    open: seeded(`open ${id}`) < 0.4,
    assignee: pick(['ann', 'ben', null] as const, `assignee ${id}`),
  };
});

/** 40 stations by their code: each member of `stations` is a row, and each has a list. */
export function stations() {
  const entries = Array.from({ length: 40 }, (_, index) => {
    const code = `ST-${String(index + 1).padStart(2, '0')}`;
    const station = {
      hall: 1 + (index % 4),
      temperature: Math.round((18 + 9 * seeded(`temperature ${code}`)) * 10) / 10,
      crew: { lead: pick(['Ann', 'Ben', 'Cem', 'Dina'] as const, `lead ${code}`), size: 1 + (index % 5) },
      alarms: Array.from({ length: Math.floor(seeded(`alarms ${code}`) * 4) }, (_, alarm) => ({
        code: 100 + Math.floor(seeded(`alarm ${code} ${alarm}`) * 900),
        acknowledged: seeded(`acknowledged ${code} ${alarm}`) < 0.5,
      })),
    };
    return [code, station] as const;
  });
  return { plant: 'Stuttgart', stations: Object.fromEntries(entries) };
}
