import type { Column, Table } from '../../../shared/preview/preview.ts';
import type { Shape, Step } from '../../../shared/shape/shape.ts';
import { shapedColumns } from './shaped-columns.ts';
import { applyStep, type RowList, type StepResult } from './steps.ts';
import type { TableSource } from './table-source.ts';
import { Job, type Slices } from './work.ts';

/** Lists of rows of earlier steps that are kept, so that changing the last step is quick. */
const mostLists = 12;

/** The rows of a table after the steps of a shape. */
export interface Shaped {
  list: RowList;
  rowCount: number;
  stepRowCounts: number[];
  stepProblems: Table['stepProblems'];
}

/** Applies shapes to one table. */
export class ShapedTable {
  readonly source: TableSource;
  /** The rows after some first steps. The most recently used is last. */
  private readonly lists = new Map<string, Job<StepResult>>();

  constructor(source: TableSource) {
    this.source = source;
  }

  columns(shape: Shape): Column[] {
    return shapedColumns(this.source.found.columns, shape, (column) => this.source.typeOf(column, shape));
  }

  *apply(shape: Shape): Slices<Shaped> {
    const { source } = this;
    let list: RowList;
    const stepRowCounts: number[] = [];
    const stepProblems: Table['stepProblems'] = [];
    const applied: Step[] = [];
    for (const step of shape.steps) {
      const result = yield* this.step(shape, applied, step, list);
      if ('problem' in result) stepProblems.push({ id: step.id, message: result.problem });
      else {
        ({ list } = result);
        applied.push(step);
      }
      stepRowCounts.push(list?.length ?? source.rowCount);
    }
    return { list, rowCount: list?.length ?? source.rowCount, stepRowCounts, stepProblems };
  }

  private *step(shape: Shape, before: readonly Step[], step: Step, list: RowList): Slices<StepResult> {
    const key = keyOf(shape, [...before, step]);
    const job = this.lists.get(key) ?? new Job(applyStep(this.source, shape, step, list));
    this.lists.delete(key);
    this.lists.set(key, job);
    for (const [each, { isDone }] of [...this.lists].slice(0, -mostLists)) if (isDone) this.lists.delete(each);
    return yield* job.wait();
  }
}

/** The rows after steps depend on these, and on what the values of columns are. */
function keyOf({ columns }: Shape, steps: readonly Step[]): string {
  const types = Object.entries(columns).map(([pointer, { type, pattern, hidden }]) => [pointer, type, pattern, hidden]);
  return JSON.stringify([steps.map(({ id: _id, ...step }) => step), types]);
}
