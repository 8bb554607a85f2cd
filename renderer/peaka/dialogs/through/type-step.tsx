import { Button, Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { reportOf } from '../../../api/client.ts';
import { peakaTypesQuery } from '../../../api/peaka-queries.ts';
import formClasses from '../../../connection/connection-dialog.module.css';
import { text } from '../../../messages/text.ts';
import { PeakaError } from '../peaka-error.tsx';
import { TargetFields } from '../target-fields.tsx';
import type { Target } from '../use-target.ts';
import classes from './through.module.css';
import { TypeList } from './type-list.tsx';

interface TypeStepProps {
  target: Target;
  onPick: (type: string) => void;
  onLeave: () => void;
}

/** The first step: where to, and what it connects to. */
export function TypeStep({ target, onPick, onLeave }: TypeStepProps) {
  const accountId = target.account?.peakaAccount.id ?? '';
  const types = useQuery(peakaTypesQuery(accountId));
  const [showsProblem, setShowsProblem] = useState(false);
  return (
    <div className={formClasses.form}>
      <div className={`${formClasses.fields} ${classes.choose}`}>
        <TargetFields target={target} showsProblem={showsProblem} />
        {types.isError ? (
          <PeakaError
            error={reportOf(types.error)}
            accountId={accountId}
            isMain
            onTryAgain={() => void types.refetch()}
          />
        ) : types.data === undefined ? (
          <p className={classes.loading} role="status">
            <Loader size={16} />
            {text('peaka.through.types.loading')}
          </p>
        ) : (
          <TypeList
            key={accountId}
            types={types.data}
            onPick={(type) => {
              if (target.project === null) setShowsProblem(true);
              else onPick(type);
            }}
          />
        )}
      </div>
      <footer className={formClasses.footer}>
        <p className={formClasses.footerNote} />
        <Button variant="subtle" color="gray" onClick={onLeave}>
          {text('connection.cancel')}
        </Button>
      </footer>
    </div>
  );
}
