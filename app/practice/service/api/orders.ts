import { pick, seeded } from './random.ts';

const dayMs = 86_400_000;
const ordersPerDay = 4;
const orderDays = 125;
const firstDay = 20_000;

const countries = ['DE', 'NL', 'FR', 'AT', 'SE', 'IT', 'CH', 'PL'] as const;
const kinds = ['Bakery', 'Brewery', 'Clinic', 'Foundry', 'Joinery', 'Logistics', 'Printing', 'Dairy'] as const;
const places = ['Aachen', 'Basel', 'Breda', 'Dijon', 'Gera', 'Lund', 'Trento', 'Opole', 'Wels', 'Ulm'] as const;
const articles = [
  'Ball bearing',
  'Conveyor roller',
  'Proximity sensor',
  'Timing belt',
  'Cable chain',
  'Signal tower',
] as const;
const states = ['open', 'packed', 'shipped', 'delivered'] as const;

export interface Customer {
  id: number;
  name: string;
  country: string;
  since: string;
  creditLimit: number;
}

/** 120 customers. */
export const customers: readonly Customer[] = Array.from({ length: 120 }, (_, index) => {
  const id = 5001 + index;
  return {
    id,
    name: `${pick(kinds, `kind ${id}`)} ${pick(places, `place ${id}`)} ${1 + (index % 9)}`,
    country: pick(countries, `country ${id}`),
    since: new Date((14_600 + Math.floor(seeded(`since ${id}`) * 5_000)) * dayMs).toISOString().slice(0, 10),
    creditLimit: 1_000 * (1 + Math.floor(seeded(`credit ${id}`) * 80)),
  };
});

/** 500 orders of the last 125 days, oldest first, each with 2 to 10 lines. An order never changes. */
export function orders(now = Date.now()) {
  const today = Math.floor(now / dayMs);
  return Array.from({ length: orderDays * ordersPerDay }, (_, index) =>
    order(today - orderDays + Math.floor(index / ordersPerDay), index % ordersPerDay),
  );
}

function order(day: number, ofDay: number) {
  const id = (day - firstDay) * ordersPerDay + ofDay;
  const customer = customers[Math.floor(seeded(`customer ${id}`) * customers.length)] as Customer; // below the length
  const lines = Array.from({ length: 2 + Math.floor(seeded(`lines ${id}`) * 9) }, (_, position) => line(id, position));
  return {
    id,
    orderedAt: new Date(day * dayMs + (7 + ofDay * 3) * 3_600_000).toISOString(),
    status: pick(states, `state ${id}`),
    customer: { id: customer.id, name: customer.name, country: customer.country },
    total: Math.round(lines.reduce((sum, { quantity, price }) => sum + quantity * price, 0) * 100) / 100,
    lines,
  };
}

function line(order: number, position: number) {
  const seed = `${order}/${position}`;
  return {
    position: position + 1,
    article: pick(articles, `article ${seed}`),
    quantity: 1 + Math.floor(seeded(`quantity ${seed}`) * 40),
    price: Math.round((3 + 90 * seeded(`price ${seed}`)) * 100) / 100,
  };
}
