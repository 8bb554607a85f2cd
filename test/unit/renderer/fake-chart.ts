import { Groups } from '../../../app/resources/preview/chart/groups.ts';
import { chartSchema } from '../../../app/shared/chart/chart.ts';
import { verbatim } from '../../../app/shared/messages/message.ts';
import { FakeError, type Handlers } from './fake-bridge.ts';
import type { FakeState } from './fake-state.ts';
import { type FakeRows, shapedTable } from './fake-table.ts';

type ChartCall = 'preview.chart' | 'preview.saveChart';

/** The chart of the first 20,000 played rows. */
export function chartHandlers(state: FakeState, fake: FakeRows): Pick<Handlers, ChartCall> {
  return {
    'preview.chart': ({ chart: asked, ...view }) => {
      const chart = chartSchema.parse(asked);
      const { table, at } = shapedTable(fake, Math.min(20_000, state.rows), view);
      const groups = new Groups(chart, table.columns.find(({ pointer }) => pointer === chart.x)?.type ?? 'text');
      for (let row = 0; row < table.rowCount; row++) {
        const { value, text } = fake.cell(at(row), chart.x);
        groups.add(
          value ?? text,
          chart.y.map((pointer) => Number(fake.cell(at(row), pointer).value)),
        );
      }
      return groups.data();
    },
    'preview.saveChart': ({ png }) => {
      // PNG §5.2, in base64.
      if (!png.startsWith('iVBORw0KGgo'))
        throw new FakeError({ code: 'preview.save_failed', message: verbatim('That is no picture.') });
      return { path: '/home/ann/sales.png' };
    },
  };
}
