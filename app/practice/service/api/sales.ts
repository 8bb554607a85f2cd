import { seeded } from './random.ts';

export interface SalesRow {
  day: string;
  region: string;
  orders: number;
  revenue: number;
  returns: number;
  target: number;
}

const dayMs = 86_400_000;
const salesDays = 400;

const regions = [
  { name: 'North', orders: 120, basket: 64 },
  { name: 'South', orders: 95, basket: 71 },
  { name: 'East', orders: 70, basket: 58 },
  { name: 'West', orders: 140, basket: 66 },
] as const;

/** Sunday to Saturday. */
const weekShape = [0.55, 1.05, 1, 0.98, 1.02, 1.22, 0.9];

export interface SalesFilter {
  /** `YYYY-MM-DD`, both inclusive. */
  from?: string | undefined;
  to?: string | undefined;
  limit?: number | undefined;
}

/** 400 days up to yesterday, oldest first, one row per region. The numbers of a day never change. */
export function sales({ from = '', to = '9999', limit }: SalesFilter = {}, now = Date.now()): SalesRow[] {
  const rows = rowsUntil(Math.floor(now / dayMs)).filter(({ day }) => day >= from && day <= to);
  return limit === undefined ? rows : rows.slice(0, limit);
}

let known: { today: number; rows: SalesRow[] } | undefined;

/** `today` in days since 1970. */
function rowsUntil(today: number): SalesRow[] {
  if (known?.today === today) return known.rows;
  const rows: SalesRow[] = [];
  for (let ago = salesDays; ago >= 1; ago--) {
    const time = (today - ago) * dayMs;
    const day = new Date(time).toISOString().slice(0, 10);
    for (const region of regions) rows.push(salesRow(day, time, region));
  }
  known = { today, rows };
  return rows;
}

function salesRow(day: string, time: number, region: (typeof regions)[number]): SalesRow {
  const season = 1 + 0.18 * Math.sin(((time / dayMs) % 365.25) * ((2 * Math.PI) / 365.25) - 1.9);
  const week = weekShape[new Date(time).getUTCDay()] ?? 1;
  const luck = 0.85 + 0.3 * seeded(`${day} ${region.name}`);
  const orders = Math.round(region.orders * season * week * luck);
  const basket = region.basket * (0.92 + 0.16 * seeded(`basket ${day} ${region.name}`));
  return {
    day,
    region: region.name,
    orders,
    revenue: Math.round(orders * basket * 100) / 100,
    returns: Math.round(orders * 0.06 * seeded(`returns ${day} ${region.name}`)),
    target: Math.round(region.orders * week) * region.basket,
  };
}
