import { IconWorld } from '@tabler/icons-react';
import type { PresetSummary } from '../../app/shared/preset/preset-summary.ts';
import classes from './badge.module.css';
import { inkOn, lettersOf } from './tile.ts';

interface BadgeProps {
  preset: Pick<PresetSummary, 'badge'> | undefined;
  /** For a custom service: letters of its name; without one a globe. */
  name?: string;
  size?: 18 | 20 | 28 | 36;
}

/** The tile of a service. It says nothing that the text beside it does not: hidden from screen readers. */
export function Badge({ preset, name, size = 18 }: BadgeProps) {
  if (preset !== undefined)
    return (
      <span
        className={classes.tile}
        data-size={size}
        aria-hidden
        style={{ background: preset.badge.color, color: inkOn(preset.badge.color) }}
      >
        {preset.badge.letters}
      </span>
    );
  return (
    <span className={classes.tile} data-size={size} data-neutral aria-hidden>
      {name === undefined ? <IconWorld size={size * 0.72} stroke={1.6} /> : lettersOf(name)}
    </span>
  );
}
