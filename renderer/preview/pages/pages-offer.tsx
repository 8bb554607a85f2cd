import { Button } from '@mantine/core';
import type { PagesOffer } from '../../../app/shared/contract/contract.ts';
import { runResource } from '../../api/runs.ts';
import { text } from '../../messages/text.ts';
import { keepInResource } from '../keep-in-resource.ts';
import classes from './pages.module.css';

/** Follows the pages that the service seems to have: keeps the setting in the resource, and runs it. */
export function PagesOfferButton({ resourceId, offer }: { resourceId: string; offer: PagesOffer }) {
  const follow = async () => {
    if (await keepInResource(resourceId, { pages: offer.pages })) await runResource(resourceId);
  };
  return (
    <Button
      className={classes.offer ?? ''}
      size="compact-xs"
      variant="light"
      title={text('pagesBar.rest.hint')}
      onClick={() => void follow()}
    >
      {text('pagesBar.rest')}
    </Button>
  );
}
