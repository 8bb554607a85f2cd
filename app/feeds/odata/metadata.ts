import type { ValueType } from '../../shared/shape/shape.ts';
import type { FeedColumn } from '../feed-rows.ts';

/** Types of OData (CSDL XML 4.01 §3.3), as the writer of rows writes them. A duration is a number of seconds. */
const edmTypes: Record<ValueType, string> = {
  text: 'Edm.String',
  number: 'Edm.Double',
  boolean: 'Edm.Boolean',
  date: 'Edm.Date',
  datetime: 'Edm.DateTimeOffset',
  time: 'Edm.TimeOfDay',
  duration: 'Edm.Double',
};
/** Digits of fractions of a second: the most that there may be. */
const precise: ReadonlySet<ValueType> = new Set(['datetime', 'time']);

export interface EntitySet {
  name: string;
  columns: readonly FeedColumn[];
}

const namespace = 'Tokenboard';

/** The metadata of entity sets (CSDL XML 4.01). Rows have no key: no column is certain to be unique. */
export function metadataXml(sets: readonly EntitySet[]): string {
  const types = sets.map(
    ({ name, columns }) =>
      `<EntityType Name="${name}_row">${columns.map((column) => propertyXml(column)).join('')}</EntityType>`,
  );
  const entitySets = sets.map(
    ({ name }) => `<EntitySet Name="${name}" EntityType="${namespace}.${name}_row" IncludeInServiceDocument="true"/>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>\
<Schema Namespace="${namespace}" xmlns="http://docs.oasis-open.org/odata/ns/edm">${types.join('')}\
<EntityContainer Name="Feeds">${entitySets.join('')}</EntityContainer>\
</Schema></edmx:DataServices></edmx:Edmx>
`;
}

const propertyXml = ({ name, type }: FeedColumn): string =>
  `<Property Name="${escaped(name)}" Type="${edmTypes[type]}"${precise.has(type) ? ' Precision="12"' : ''}/>`;

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<"]/g, (mark) => escapes[mark] ?? mark);
