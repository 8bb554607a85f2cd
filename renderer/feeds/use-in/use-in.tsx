import { Button, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import type { FeedServerView } from '../../../app/shared/contract/feeds.ts';
import { originOf } from '../../../app/shared/feed/address.ts';
import type { Feed } from '../../../app/shared/feed/feed.ts';
import { addressWithKey, unmetNeeds } from '../../../app/shared/feed/recipes/recipe.ts';
import { recipes } from '../../../app/shared/feed/recipes/recipes.ts';
import { type RecipeTool, recipeTools } from '../../../app/shared/feed/recipes/tools.ts';
import { LateQrCode } from '../../common/late-qr-code.tsx';
import { text, textOf } from '../../messages/text.ts';
import { createKey } from '../feed-actions.ts';
import { useFreshKey } from '../fresh-key.ts';
import { NeedNote } from './need-note.tsx';
import { PartView } from './part-view.tsx';
import classes from './use-in.module.css';

/** The user looks at one tool again and again. */
let lastTool: RecipeTool = recipeTools[0];

/** A list of tools, and the texts for the chosen one. */
export function UseIn({ feed, server }: { feed: Feed; server: FeedServerView }) {
  const [tool, setTool] = useState(lastTool);
  const fresh = useFreshKey(feed.id);
  const recipe = recipes[tool];
  const target = {
    feed,
    origin: originOf(server),
    key: fresh?.secret ?? null,
    encryption: server.settings.encryption,
  };
  const parts = recipe.parts(target);
  const needs = unmetNeeds(recipe, feed, server.settings);
  return (
    <div className={classes.body}>
      <div className={classes.tools}>
        <SegmentedControl
          orientation="vertical"
          size="xs"
          fullWidth
          aria-label={text('useIn.tool')}
          aria-describedby="use-in-limits"
          value={tool}
          data={recipeTools.map((value) => ({ value, label: recipes[value].name }))}
          onChange={(chosen) => {
            lastTool = chosen;
            setTool(chosen);
          }}
        />
      </div>
      <section className={classes.recipe} aria-label={recipe.name}>
        <p id="use-in-limits" className={classes.limits}>
          {textOf(recipe.limits)}
        </p>
        {needs.map((need) => (
          <NeedNote key={need} need={need} feed={feed} />
        ))}
        {parts.map((part) => (
          <PartView key={part.title.id} part={part} />
        ))}
        {tool === 'kiosk' && fresh !== undefined && needs.length === 0 ? (
          <figure className={classes.figure}>
            <LateQrCode url={addressWithKey(target, 'html')} title={text('useIn.qrCode')} />
            <figcaption>{text('useIn.qrCode.hint')}</figcaption>
          </figure>
        ) : null}
        {parts.length === 0 ? null : (
          <div className={classes.key}>
            <p className={classes.hint}>{text(fresh === undefined ? 'useIn.key.none' : 'useIn.key.there')}</p>
            {fresh === undefined ? (
              <Button size="xs" variant="default" onClick={() => void createKey(feed.id, recipe.name, null)}>
                {text('useIn.key.new', { tool: recipe.name })}
              </Button>
            ) : null}
          </div>
        )}
      </section>
    </div>
  );
}
