import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Column } from '../../../../app/shared/preview/preview.ts';
import { text } from '../../../messages/text.ts';
import { columnName } from '../arrange.ts';
import { ownName, withColumn } from '../changes.ts';
import { useShaping } from '../shaping.tsx';
import classes from './dialogs.module.css';

interface RenameFormProps {
  column: Column;
  onClose: () => void;
}

/** Gives a column a name of the user's. An empty one brings back the name in the data. */
export function RenameForm({ column, onClose }: RenameFormProps) {
  const { change } = useShaping();
  const [name, setName] = useState(columnName(column));
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        change((now) => withColumn(now, column.pointer, { name: ownName(column, name) }));
        onClose();
      }}
    >
      <TextInput
        label={text('shape.rename.name')}
        description={text('shape.rename.hint', { label: column.label })}
        value={name}
        maxLength={200}
        autoComplete="off"
        data-autofocus
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <div className={classes.footer}>
        <Button variant="default" onClick={onClose}>
          {text('shape.edit.cancel')}
        </Button>
        <Button type="submit">{text('shape.rename.confirm')}</Button>
      </div>
    </form>
  );
}
