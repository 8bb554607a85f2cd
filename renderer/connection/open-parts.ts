import { useState } from 'react';
import { type MoreSection, moreSections } from './more/more-sections.ts';
import { isBelowMore, sectionOf } from './more/sections.ts';

/** Which parts of the dialog are open. */
export interface OpenParts {
  /** Also shows the fields that the preset fills in. */
  all: boolean;
  more: boolean;
  sections: ReadonlySet<MoreSection>;
  showAll: () => void;
  showEverything: () => void;
  /** After a change of preset, the fields that it fills in are hidden again. */
  hideFilled: () => void;
  toggleMore: () => void;
  toggleSection: (section: MoreSection) => void;
  /** Opens the part that contains a field. */
  reveal: (field: string) => void;
}

export function useOpenParts(): OpenParts {
  const [all, setAll] = useState(false);
  const [more, setMore] = useState(false);
  const [sections, setSections] = useState<ReadonlySet<MoreSection>>(new Set());
  return {
    all,
    more,
    sections,
    showAll: () => setAll(true),
    showEverything: () => {
      setAll(true);
      setMore(true);
      setSections(new Set(moreSections));
    },
    hideFilled: () => setAll(false),
    toggleMore: () => setMore(!more),
    toggleSection: (section) =>
      setSections((before) => {
        const next = new Set(before);
        if (!next.delete(section)) next.add(section);
        return next;
      }),
    reveal: (field) => {
      if (field.endsWith('Url') || field === 'issuer') setAll(true);
      if (!isBelowMore(field)) return;
      setMore(true);
      const section = sectionOf(field);
      if (section !== undefined) setSections((before) => new Set([...before, section]));
    },
  };
}
