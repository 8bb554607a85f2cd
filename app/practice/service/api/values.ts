import { pick, seeded } from './random.ts';

const dayMs = 86_400_000;
const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
const two = (value: number) => String(value).padStart(2, '0');

/** 1,000 inspections. The first 900 passed; only later ones have `defect` and `repair`. */
export function inspections() {
  return Array.from({ length: 1000 }, (_, index) => {
    const id = index + 1;
    const passed = {
      id,
      part: `P-${1 + (id % 37)}`,
      lengthMm: Math.round((99 + 2 * seeded(`length ${id}`)) * 100) / 100,
    };
    if (index < 900 || index % 5 !== 0) return passed;
    const defect = pick(['scratch', 'burr', 'out of tolerance'] as const, `defect ${id}`);
    return {
      ...passed,
      defect,
      repair: { minutes: 5 + (id % 40), by: pick(['Cem', 'Dina'] as const, `repair ${id}`) },
    };
  });
}

/**
 * 200 postings as JSON text, because JavaScript has no such numbers: IDs beyond 2^53, amounts with zeros at the end,
 * and a column of mixed types.
 */
export function ledgerText(): string {
  const mixed = ['null', '"A-17"', '4711', 'true', '"4711"', '""', '[1, 2]', '{"kind": "memo"}', '1e3', '-0'] as const;
  const rows = Array.from({ length: 200 }, (_, index) => {
    const id = 9_007_199_254_740_993n + BigInt(index) * 1_000_000_007n;
    const amount = ((seeded(`amount ${index}`) - 0.3) * 10_000).toFixed(4).replace(/\d\d$/, '00');
    const quantity = (index % 7) / 10;
    return `{"id":${id},"amount":${amount},"rate":0.1000,"quantity":${quantity.toFixed(3)},"reference":${mixed[index % mixed.length]}}`;
  });
  return `{"currency":"EUR","postings":[\n${rows.join(',\n')}\n]}`;
}

/** 300 visits. Each column writes the same moment or duration in another way. */
export function maintenance() {
  return Array.from({ length: 300 }, (_, index) => {
    const time = Date.UTC(2026, 0, 1) + index * dayMs + Math.floor(seeded(`time ${index}`) * dayMs);
    const seconds = Math.floor(time / 1000);
    const at = new Date(seconds * 1000);
    const [day, clock] = [at.toISOString().slice(0, 10), at.toISOString().slice(11, 19)];
    const [year, month, date] = day.split('-');
    const name = months[at.getUTCMonth()];
    const length = 300 + Math.floor(seeded(`length ${index}`) * 20_000);
    const [hours, minutes, rest] = [Math.floor(length / 3600), Math.floor(length / 60) % 60, length % 60];
    return {
      machine: `M-${String(1 + (index % 240)).padStart(3, '0')}`,
      day,
      iso: `${day}T${clock}Z`,
      isoOffset: `${new Date(at.getTime() + 7_200_000).toISOString().slice(0, 19)}+02:00`,
      isoLocal: `${day} ${clock}`,
      epochSeconds: seconds,
      epochMilliseconds: seconds * 1000,
      rfc2822: `${weekdays[at.getUTCDay()]}, ${two(at.getUTCDate())} ${name} ${year} ${clock} +0000`,
      german: `${date}.${month}.${year}`,
      germanTime: `${date}.${month}.${year} ${clock.slice(0, 5)}`,
      american: `${month}/${date}/${year}`,
      compact: `${year}${month}${date}`,
      dotNet: `/Date(${seconds * 1000})/`,
      time: clock,
      durationIso: `PT${hours}H${minutes}M${rest}S`,
      durationClock: `${hours}:${two(minutes)}:${two(rest)}`,
      durationSeconds: length,
      durationWords: `${hours} h ${minutes} min`,
    };
  });
}
