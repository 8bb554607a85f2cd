import { ChartJob } from '../../../app/resources/preview/chart/chart-job.ts';
import { chartSchema } from '../../../app/shared/chart/chart.ts';
import { verbatim } from '../../../app/shared/messages/message.ts';
import { FakeError, type Handlers } from './fake-bridge.ts';
import type { FakeState } from './fake-state.ts';
import { type FakeRows, shapedTable } from './fake-table.ts';

type ChartCall = 'preview.chart' | 'preview.saveChart';

/** The chart of the first 20,000 played rows. */
export function chartHandlers(state: FakeState, fake: FakeRows): Pick<Handlers, ChartCall> {
  return {
    'preview.chart': ({ chart, ...view }) => {
      const { table, at } = shapedTable(fake, Math.min(20_000, state.rows), view);
      const job = new ChartJob(chartSchema.parse(chart), {
        columns: table.columns,
        rowCount: table.rowCount,
        rows: (columns, start, count) =>
          Array.from({ length: Math.max(0, Math.min(count, table.rowCount - start)) }, (_none, index) =>
            columns.map((pointer) => fake.cell(at(start + index), pointer)),
          ),
      });
      for (;;) {
        const data = job.readOn();
        if (data.isDone) return data;
      }
    },
    'preview.saveChart': ({ png }) => {
      // PNG §5.2, in base64.
      if (!png.startsWith('iVBORw0KGgo'))
        throw new FakeError({ code: 'preview.save_failed', message: verbatim('That is no picture.') });
      return { path: '/home/ann/sales.png' };
    },
  };
}
