import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CallRequest, ConnectionView } from '../../../../app/shared/contract/contract.ts';
import type { PeakaRenewal } from '../../../../app/shared/peaka/link.ts';
import { suggestTypes } from '../../../../app/shared/peaka/suggest-type.ts';
import { call } from '../../../api/client.ts';
import { peakaTypesQuery } from '../../../api/peaka-queries.ts';
import { usePreset } from '../../../api/queries.ts';
import { newId } from '../../../common/new-id.ts';
import { type FormInputs, readForm } from '../form-values.ts';
import { useTarget } from '../use-target.ts';
import { missingFields } from './missing-fields.ts';
import { usualRenewal } from './renewal-choices.ts';

const planQuery = (connectionId: string, accountId: string, type: string, renewal: PeakaRenewal) => ({
  queryKey: ['peaka', 'plan', accountId, connectionId, type, renewal],
  queryFn: () => call('peaka.handOverPlan', { connectionId, accountId, type, renewal }),
  // A login or a renewal changes what there is to hand over.
  staleTime: 0,
  placeholderData: keepPreviousData,
});

/** What the user chose and typed, and what main says about it. */
export function useHandOverForm({ connection }: ConnectionView) {
  const preset = usePreset(connection.presetId);
  const target = useTarget();
  const accountId = target.account?.peakaAccount.id;
  const [linkId, setLinkId] = useState(newId);
  const [picked, pickType] = useState<string>();
  const [name, setName] = useState(connection.name);
  const [chosen, choose] = useState<PeakaRenewal>();
  const [inputs, setInputs] = useState<FormInputs>({});

  const types = useQuery({ ...peakaTypesQuery(accountId ?? ''), enabled: accountId !== undefined }).data ?? [];
  const suggested = suggestTypes(types, {
    presetId: connection.presetId ?? '',
    presetName: preset?.name ?? '',
    connectionName: connection.name,
  });
  const type = types.find((each) => each.type === picked) ?? suggested[0];
  const canPlan = accountId !== undefined && type !== undefined;
  const planOf = (renewal: PeakaRenewal) => planQuery(connection.id, accountId ?? '', type?.type ?? '', renewal);
  // What the grant can do does not depend on the choice.
  const facts = useQuery({ ...planOf('second_login'), enabled: canPlan });
  const renewal = chosen ?? (facts.data === undefined ? undefined : usualRenewal(facts.data));
  const plan = useQuery({ ...planOf(renewal ?? 'second_login'), enabled: canPlan && renewal !== undefined });
  const missing = missingFields(plan.data?.missing ?? [], type?.fields ?? []);
  const { values, problems } = readForm(missing, inputs);

  /** `undefined`: something is missing. */
  const request = (): CallRequest<'peaka.handOver'> | undefined => {
    const { project } = target;
    const isComplete = name.trim() !== '' && plan.data !== undefined && Object.keys(problems).length === 0;
    if (!isComplete || !canPlan || project === null || renewal === undefined) return undefined;
    return {
      linkId,
      connectionId: connection.id,
      accountId,
      project,
      type: type.type,
      name: name.trim(),
      renewal,
      values,
    };
  };

  return {
    target,
    accountId,
    linkId,
    suggested,
    type,
    pickType,
    name,
    setName,
    facts,
    renewal,
    choose,
    plan,
    missing,
    inputs,
    input: (field: string, value: string | boolean) => setInputs((before) => ({ ...before, [field]: value })),
    problems,
    hasChanges: Object.keys(inputs).length > 0 || name !== connection.name,
    request,
    /** What a failed attempt left keeps its own ID. */
    startOver: () => setLinkId(newId()),
  };
}
