import { pick, seeded } from './random.ts';

const products: readonly (readonly [name: string, price: number, weightKg: number])[] = [
  ['Ball bearing 6204', 4.9, 0.11],
  ['Conveyor roller 500 mm', 28.5, 2.3],
  ['Proximity sensor M12', 36, 0.05],
  ['Servo motor 400 W', 412, 1.8],
  ['Control panel 10 inch', 689, 2.1],
  ['Timing belt T5 1000', 17.8, 0.14],
  ['Emergency stop button', 22.4, 0.12],
  ['Pneumatic cylinder 32x100', 58.9, 0.74],
  ['Cable chain 1 m', 31.2, 0.9],
  ['Barcode scanner', 245, 0.3],
  ['Safety light curtain', 934, 3.6],
  ['Signal tower 3 colours', 79, 0.42],
];
const variants = ['Standard', 'Compact', 'Heavy duty', 'Food grade'] as const;
const suppliers = [
  { name: 'Kessler Antriebe', country: 'DE', leadTimeDays: 6 },
  { name: 'Nordvik Components', country: 'NO', leadTimeDays: 11 },
  { name: 'Tanaka Precision', country: 'JP', leadTimeDays: 24 },
  { name: 'Lindqvist & Co', country: 'SE', leadTimeDays: 9 },
  { name: 'Officina Bassi', country: 'IT', leadTimeDays: 8 },
] as const;
const warehouses = [
  { code: 'STR-1', city: 'Stuttgart', country: 'DE' },
  { code: 'RTM-2', city: 'Rotterdam', country: 'NL' },
  { code: 'LYS-1', city: 'Lyon', country: 'FR' },
] as const;
const tags = ['fragile', 'long item', 'hazard-free', 'fast moving', 'consignment', 'discontinued'] as const;

/** Nested on purpose: objects, arrays of values, arrays of objects, and rows two levels down. */
export function inventory(limit?: number) {
  const items = products.flatMap((product, group) =>
    variants.map((variant, index) => item(product, variant, group * variants.length + index)),
  );
  return {
    meta: { total: items.length, currency: 'EUR', unit: 'piece', countedAt: '2026-01-05T06:00:00Z' },
    data: { items: limit === undefined ? items : items.slice(0, limit) },
  };
}

function item([name, price, weightKg]: (typeof products)[number], variant: string, index: number) {
  const sku = `TB-${String(1001 + index * 7)}`;
  const onHand = Math.round(seeded(`stock ${sku}`) * 480);
  const minimum = 40 + Math.round(seeded(`minimum ${sku}`) * 12) * 5;
  const length = 40 + Math.round(seeded(`length ${sku}`) * 460);
  return {
    sku,
    name: `${name}, ${variant.toLowerCase()}`,
    price: Math.round(price * (0.9 + 0.3 * seeded(`price ${sku}`)) * 100) / 100,
    stock: { onHand, reserved: Math.round(onHand * 0.3 * seeded(`reserved ${sku}`)), minimum, low: onHand < minimum },
    warehouse: {
      ...pick(warehouses, `warehouse ${sku}`),
      shelf: `${pick(['A', 'B', 'C', 'D'], `aisle ${sku}`)}-${1 + Math.floor(seeded(`bay ${sku}`) * 24)}`,
    },
    dimensions: { lengthMm: length, widthMm: Math.round(length * 0.6), heightMm: Math.round(length * 0.35), weightKg },
    tags: tags.filter((tag) => seeded(`${tag} ${sku}`) < 0.28),
    suppliers: suppliers
      .filter((supplier, position) => position === index % suppliers.length || seeded(`${supplier.name} ${sku}`) < 0.25)
      .map((supplier) => ({ ...supplier, preferred: supplier === suppliers[index % suppliers.length] })),
  };
}
