import type { OnNotice } from '../settings/settings.ts';
import type { Notice } from '../shared/contract/contract.ts';

/** Messages for the user since the start, until dismissed. */
export interface Notices {
  add: OnNotice;
  list(): Notice[];
  dismiss(id: string): void;
}

export function createNotices(onChange: () => void): Notices {
  let notices: Notice[] = [];
  let count = 0;
  return {
    add: (notice) => {
      count += 1;
      notices = [...notices, { id: String(count), ...notice }];
      onChange();
    },
    list: () => notices,
    dismiss: (id) => {
      notices = notices.filter((notice) => notice.id !== id);
      onChange();
    },
  };
}
