import { Button, Popover } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { ResourceView } from '../../app/shared/contract/contract.ts';
import { withoutSecretValue } from '../../app/shared/resource/keep-secret.ts';
import type { Resource } from '../../app/shared/resource/resource.ts';
import { usedSecretValues } from '../../app/shared/resource/secret-values.ts';
import { valueSecret } from '../../app/shared/secret-value.ts';
import { confirm } from '../common/window-state.ts';
import { rich } from '../messages/rich.ts';
import { text } from '../messages/text.ts';
import { SecretField } from '../secrets/secret-field.tsx';
import classes from './secret-values.module.css';

interface SecretValuesProps {
  view: ResourceView;
  draft: Resource;
  edit: (change: Partial<Resource>, secrets?: Record<string, string | null>) => void;
  flush: () => Promise<boolean>;
}

/** Values for `{name}` in the URL, stored with the user's secrets. */
export function SecretValues({ view, draft, edit, flush }: SecretValuesProps) {
  if (draft.secretValues.length === 0) return null;
  return (
    <ul className={classes.list} aria-label={text('resourcePage.secretValues')}>
      {draft.secretValues.map((name) => (
        <li key={name}>
          <SecretValue name={name} {...{ view, draft, edit, flush }} />
        </li>
      ))}
    </ul>
  );
}

const mono = (name: ReactNode) => <span className="mono">{name}</span>;

function SecretValue({ name, view, draft, edit, flush }: SecretValuesProps & { name: string }) {
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const isStored = view.secrets.includes(valueSecret(name));
  const isUsed =
    usedSecretValues(draft).includes(name) || draft.offParameters.some((each) => each.text.includes(`{${name}}`));
  const store = async (): Promise<void> => {
    if (typed === undefined || typed === '') return;
    edit({}, { [valueSecret(name)]: typed });
    if (await flush()) setTyped(undefined);
  };
  const remove = (): void => {
    setOpen(false);
    confirm({
      title: () => text('resourcePage.secretValue.remove.title', { name }),
      text: () => text('resourcePage.secretValue.remove.text'),
      confirmLabel: () => text('resourcePage.secretValue.remove'),
      onConfirm: () => {
        edit(withoutSecretValue(draft, name), { [valueSecret(name)]: null });
        void flush();
      },
    });
  };
  return (
    <Popover opened={isOpen} onChange={setOpen} width={320} position="bottom-start" trapFocus returnFocus>
      <Popover.Target>
        <button
          type="button"
          className={classes.value}
          data-wrong={!isStored || undefined}
          data-unused={!isUsed || undefined}
          onClick={() => setOpen(!isOpen)}
        >
          <IconLock size={13} stroke={1.8} aria-hidden />
          {isStored && isUsed
            ? mono(name)
            : rich(isStored ? 'resourcePage.secretValue.unused' : 'resourcePage.secretValue.missing', { name, mono })}
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <div className={classes.editor}>
          <SecretField
            label={text('resourcePage.secretValue.value', { placeholder: `{${name}}` })}
            description={text('resourcePage.secretValue.value.hint')}
            owner={view.resource.id}
            name={valueSecret(name)}
            isStored={isStored}
            typed={typed}
            onType={setTyped}
            onBlur={() => void store()}
          />
          <Button className={classes.remove ?? ''} size="compact-sm" variant="subtle" color="red.9" onClick={remove}>
            {text('resourcePage.secretValue.remove')}
          </Button>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
