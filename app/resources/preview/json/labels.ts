import { parsePointer } from '../../../shared/json-pointer.ts';
import type { Column } from '../../../shared/preview/preview.ts';
import { keyKind } from '../formats/xml/keys.ts';

/**
 * Makes equal column labels distinct. In XML an element keeps its name, while an attribute or text with that name is
 * marked as such. Labels that are still equal are numbered.
 */
export function withOwnLabels(columns: Column[], isXml: boolean): Column[] {
  const named = isXml ? columns.map((column) => nameKind(column, columns)) : columns;
  const taken = new Set(named.map(({ label }) => label));
  const met = new Set<string>();
  return named.map((column) => {
    let { label } = column;
    for (let times = 2; met.has(label); times++) {
      const next = `${column.label} (${times})`;
      if (!taken.has(next)) label = next;
    }
    met.add(label);
    return label === column.label ? column : { ...column, label };
  });
}

function nameKind(column: Column, columns: Column[]): Column {
  const kind = keyKind(parsePointer(column.pointer)?.at(-1) ?? '');
  if (kind === undefined || columns.filter(({ label }) => label === column.label).length === 1) return column;
  return { ...column, label: `${column.label} (${kind})` };
}
