import { IconWorld } from '@tabler/icons-react';
import type { PresetSummary } from '../../app/shared/preset/preset-summary.ts';
import classes from './badge.module.css';
import { inkOn, lettersOf } from './tile.ts';
import { useServiceIcon } from './use-service-icon.ts';

interface BadgeProps {
  preset: Pick<PresetSummary, 'badge' | 'icon'> | undefined;
  /** For a custom service: letters of its name; without one a globe. */
  name?: string;
  size?: 18 | 20 | 28 | 36;
}

/** The tile of a service. It says nothing that the text beside it does not: hidden from screen readers. */
export function Badge({ preset, name, size = 18 }: BadgeProps) {
  const icon = useServiceIcon(preset?.icon);
  if (preset !== undefined)
    return (
      <span
        className={classes.tile}
        data-size={size}
        aria-hidden
        style={{ background: preset.badge.color, color: inkOn(preset.badge.color) }}
      >
        {icon === undefined ? (
          preset.badge.letters
        ) : (
          <svg viewBox="0 0 24 24" width={size * 0.6} height={size * 0.6} fill="currentColor" aria-hidden>
            <path d={icon} />
          </svg>
        )}
      </span>
    );
  return (
    <span className={classes.tile} data-size={size} data-neutral aria-hidden>
      {name === undefined ? <IconWorld size={size * 0.72} stroke={1.6} /> : lettersOf(name)}
    </span>
  );
}
