import { RequestError } from '../../../shared/errors.ts';
import { message } from '../../../shared/messages/message.ts';
import { ExportJob, type ExportJobOptions, type ExportProgress } from './export-job.ts';
import type { RowSource } from './row-source.ts';

/** The exports that run in this process, by their ID. */
export class ExportJobs {
  private readonly jobs = new Map<string, ExportJob>();

  start(id: string, prepare: () => RowSource, options: ExportJobOptions): null {
    this.jobs.set(id, new ExportJob(prepare, options));
    return null;
  }

  /** Throws RequestError `export.*`. */
  step(id: string): ExportProgress {
    const job = this.jobs.get(id);
    if (job === undefined) throw new RequestError('export.not_there', message('export.notThere'));
    try {
      const progress = job.step();
      if (progress.isDone) this.jobs.delete(id);
      return progress;
    } catch (error) {
      this.jobs.delete(id);
      throw error;
    }
  }

  stop(id: string): null {
    this.jobs.get(id)?.abort();
    this.jobs.delete(id);
    return null;
  }
}
