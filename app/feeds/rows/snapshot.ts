import type { WriteChoices, WriteSelection } from '../../resources/preview/export/write-choices.ts';
import type { Previews } from '../../resources/preview/previews.ts';
import { type AppError, RequestError, reportError } from '../../shared/errors.ts';
import { message } from '../../shared/messages/message.ts';
import type { TableView } from '../../shared/preview/preview.ts';
import type { Resource } from '../../shared/resource/resource.ts';
import { noShape, type Step } from '../../shared/shape/shape.ts';
import { type KeptRows, keepRows, openKept } from './kept-rows.ts';
import { type WrittenTable, writeTable } from './write-table.ts';

export interface SnapshotFacts {
  /** Epoch ms: when the service sent the rows. */
  at: number;
  /** On the monotonic clock. */
  monotonicAt: number;
  /** The request that they are the response of (`requestOf`). */
  request: string;
  rowCount: number;
  /** The body in the preview process. Absent after a restart. */
  live?: { previewId: string; dataPath: string; chosenPath: string | null };
  kept?: KeptRows;
  /** Of earlier rows: a response without rows has no columns. */
  known?: readonly { name: string }[] | undefined;
}

export interface TableRequest {
  choices: WriteChoices;
  selection: WriteSelection;
  /** After the resource's own. */
  steps?: readonly Step[];
}

type KeepPreviews = Pick<Previews, 'exportTable' | 'open' | 'drop'>;

const listChoices = (choices: WriteChoices): WriteChoices => ({ ...choices, format: 'lists' });

/** What decides which rows and columns of a response are shown. */
export const viewOf = ({ dataPath, withParents, shape }: Resource): string =>
  JSON.stringify([dataPath, withParents, shape.order, shape.columns, shape.steps]);

/** The rows of one response. Written from the body as long as it is there, then from the kept form. */
export class Snapshot {
  readonly facts: SnapshotFacts;
  private readonly previews: KeepPreviews;
  private live: SnapshotFacts['live'];
  private keptRows: KeptRows | undefined;
  private keeping: Promise<void> | undefined;
  private reopened: ReturnType<typeof openKept> | undefined;
  private isDropped = false;
  /** How many read the reopened form. */
  private users = 0;
  /** The shape in which the rows could not be kept. */
  private unkept: string | undefined;

  constructor(facts: SnapshotFacts, previews: KeepPreviews) {
    this.facts = facts;
    this.live = facts.live;
    this.keptRows = facts.kept;
    this.previews = previews;
  }

  get kept(): KeptRows | undefined {
    return this.keptRows;
  }

  /** As far as it is known without asking. */
  get rowCount(): number {
    return this.keptRows?.rowCount ?? this.facts.rowCount;
  }

  /** Whether the kept form is being made. A new run may drop the body from which it is read. */
  get isKeeping(): boolean {
    return this.keeping !== undefined;
  }

  /** Whether the rows can be written as the resource wants them now. */
  isReadable(resource: Resource): boolean {
    return this.live !== undefined || this.keptRows?.view === viewOf(resource);
  }

  /** Rejects with `preview.gone` if nothing has the rows any more, or as `writeTable`. */
  async write(resource: Resource, request: TableRequest): Promise<WrittenTable> {
    if (this.live !== undefined) {
      try {
        return await this.writeLive(this.live, resource, request);
      } catch (error) {
        if (!isGone(error)) throw error;
        this.live = undefined;
      }
    }
    // The kept form may be under way.
    await this.keeping;
    const kept = this.keptRows;
    if (kept === undefined || kept.view !== viewOf(resource)) throw gone();
    this.users++;
    try {
      return await this.writeIn(await this.reopen(kept), request, resource);
    } catch (error) {
      if (!isGone(error)) throw error;
      this.forgetReopened();
      return await this.writeIn(await this.reopen(kept), request, resource);
    } finally {
      this.users--;
      if (this.isDropped && this.users === 0) this.forgetReopened();
    }
  }

  /** Makes the kept form in the resource's present shape, unless it is there. Never rejects. */
  keep(resource: Resource, choices: WriteChoices): Promise<void> {
    const view = viewOf(resource);
    if (this.live === undefined || this.keptRows?.view === view || this.unkept === view) return Promise.resolve();
    this.keeping ??= this.writeLive(this.live, resource, { choices: listChoices(choices), selection: {} })
      .then(async (written) => {
        this.keptRows = await keepRows(written, view);
      })
      // Too large, or replaced meanwhile.
      .catch(() => {
        this.unkept = view;
      })
      .finally(() => {
        this.keeping = undefined;
      });
    return this.keeping;
  }

  /** Frees the reopened form when the last running write has ended. New readers get other rows. */
  drop(): void {
    this.isDropped = true;
    if (this.users === 0) this.forgetReopened();
  }

  private writeLive(
    { dataPath, chosenPath, previewId }: NonNullable<SnapshotFacts['live']>,
    resource: Resource,
    request: TableRequest,
  ): Promise<WrittenTable> {
    const { withParents, shape } = resource;
    const path = resource.dataPath === chosenPath || resource.dataPath === null ? dataPath : resource.dataPath;
    return this.writeIn({ previewId, dataPath: path, withParents, shape }, request, resource);
  }

  private async writeIn(view: TableView, { choices, selection, steps = [] }: TableRequest, resource: Resource) {
    const shape = { ...noShape, ...view.shape };
    const { known = [] } = this.facts;
    const names = known.length > 0 ? known.map(({ name }) => name) : namesIn(resource);
    return writeTable(
      this.previews,
      { ...view, shape: { ...shape, steps: [...(shape.steps ?? []), ...steps] } },
      choices,
      { ...selection, known: this.keptRows?.columns.map(({ name }) => name) ?? names },
    );
  }

  private reopen(kept: KeptRows): ReturnType<typeof openKept> {
    this.reopened ??= openKept(kept, this.previews);
    this.reopened.catch(() => {
      this.reopened = undefined;
    });
    return this.reopened;
  }

  private forgetReopened(): void {
    this.reopened?.then(({ previewId }) => this.previews.drop(previewId)).catch(() => undefined);
    this.reopened = undefined;
  }
}

/** The columns that the user arranged, for a response that has no rows. */
const namesIn = ({ shape: { order, columns } }: Resource): string[] =>
  order
    .filter((pointer) => columns[pointer]?.hidden !== true)
    .map((pointer) => columns[pointer]?.name ?? pointer.replace(/^\//, '').replaceAll('/', '.'));

const gone = (): AppError => new RequestError('preview.gone', message('preview.gone'));
const isGone = (error: unknown): boolean => ['preview.gone', 'preview.stopped'].includes(reportError(error).code);
