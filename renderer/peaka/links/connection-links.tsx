import { usePeakaLinks } from '../../api/peaka-queries.ts';
import { latePart, useLatePart } from '../../common/lazy.ts';

const lateSection = latePart(() => import('./links-section.tsx'));

/** What a connection here became at Peaka. Few connections are there: the section loads when one is. */
export function ConnectionLinks({ connectionId, canHandOver }: { connectionId: string; canHandOver: boolean }) {
  const links = usePeakaLinks().flatMap(({ link }) => (link.source === connectionId ? [link] : []));
  const section = useLatePart(lateSection, links.length > 0);
  if (links.length === 0 || section === undefined) return null;
  return <section.LinksSection connectionId={connectionId} links={links} canHandOver={canHandOver} />;
}
