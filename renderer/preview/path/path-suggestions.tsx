// biome-ignore-all lint/a11y/useSemanticElements: a select cannot show counts, nor belong to a field.
// biome-ignore-all lint/a11y/useFocusableInteractive: the field has the focus and points at its option.
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the field handles the keys.
import { IconCheck } from '@tabler/icons-react';
import { type PathSuggestion, suggestionKinds } from '../../../app/shared/contract/paths.ts';
import { formatCount } from '../../common/numbers.ts';
import { text } from '../../messages/text.ts';
import { placeLabel } from './path-label.ts';
import classes from './path-panel.module.css';

interface PathSuggestionsProps {
  id: string;
  /** Those of a kind stand together. */
  suggestions: readonly PathSuggestion[];
  chosen: string;
  /** -1: none. */
  active: number;
  optionId: (index: number) => string;
  onChoose: (path: string) => void;
}

/** The paths that the response suggests, by kind, each with its rows. */
export function PathSuggestions({ id, suggestions, chosen, active, optionId, onChoose }: PathSuggestionsProps) {
  const numbered = suggestions.map((suggestion, index) => ({ ...suggestion, index }));
  return (
    <div id={id} role="listbox" aria-label={text('rowPath.suggestions')} className={classes.suggestions}>
      {suggestionKinds.map((kind) => {
        const ofKind = numbered.filter((each) => each.kind === kind);
        return ofKind.length === 0 ? null : (
          <div key={kind} role="group" aria-labelledby={`${id}-${kind}`}>
            <div id={`${id}-${kind}`} className={classes.kind} role="presentation">
              {text(`rowPath.kind.${kind}`)}
            </div>
            {ofKind.map(({ path, rowCount, index }) => (
              <div
                key={path}
                id={optionId(index)}
                role="option"
                aria-selected={index === active}
                className={classes.option}
                title={path}
                onClick={() => onChoose(path)}
              >
                <IconCheck size={14} aria-hidden style={{ visibility: path === chosen ? 'visible' : 'hidden' }} />
                <span className={classes.path}>{placeLabel(path)}</span>
                {kind === 'object' || rowCount === null ? null : (
                  <span className={classes.rows}>{formatCount(rowCount)}</span>
                )}
              </div>
            ))}
          </div>
        );
      })}
    </div>
  );
}
