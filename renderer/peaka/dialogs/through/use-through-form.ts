import { useState } from 'react';
import type { CallRequest } from '../../../../app/shared/contract/contract.ts';
import type { Message } from '../../../../app/shared/messages/message.ts';
import type { PeakaType } from '../../../../app/shared/peaka/connection-type.ts';
import type { PeakaLink } from '../../../../app/shared/peaka/link.ts';
import { usePractice } from '../../../api/queries.ts';
import { newId } from '../../../common/new-id.ts';
import { type FormInputs, formFields, inputsOf, readForm } from '../form-values.ts';
import type { Target } from '../use-target.ts';
import {
  type Answers,
  answersOf,
  callbackFor,
  type LoginWindow,
  ownCallbackProblem,
  usesOwnCallback,
  wayOf,
} from './way.ts';

const firstAnswers: Answers = { app: 'peaka', callback: 'peaka' };

/** What the user answers and types for one type. `again`: the unfinished link whose login is run again. */
export function useThroughForm(type: PeakaType, target: Target, again: PeakaLink | undefined) {
  const [linkId, setLinkId] = useState(() => again?.id ?? newId());
  const [name, setName] = useState(again?.name ?? type.label);
  const [answers, setAnswers] = useState<Answers>(() =>
    again === undefined || again.way === 'form' || again.way === 'hand_over' ? firstAnswers : answersOf(again.way),
  );
  const [window, setWindow] = useState<LoginWindow>('popup');
  const [clientId, setClientId] = useState(again?.clientId ?? '');
  const [clientSecret, setClientSecret] = useState('');
  const [callbackUrl, setCallbackUrl] = useState(again?.ownCallbackUrl ?? '');
  const [inputs, setInputs] = useState<FormInputs>(() => inputsOf(again?.values ?? {}));
  const practice = usePractice();

  // With Peaka's app, Peaka fills in what belongs to the app: it says itself what it needs of the user.
  const isPeakasApp = type.needsLogin && answers.app === 'peaka';
  const fields = formFields(type).map((field) => (isPeakasApp ? { ...field, required: false } : field));
  const { values, problems } = readForm(fields, inputs);
  const given = target.account?.peakaAccount.callbackUrl ?? '';
  const peakaCallbackUrl = practice?.status === 'running' ? given.replaceAll('{practice}', practice.origin) : given;
  const ownCallbackUrl = callbackUrl.trim();
  const callbackProblem: Message | undefined = usesOwnCallback(answers)
    ? ownCallbackProblem(answers, window, ownCallbackUrl, peakaCallbackUrl)
    : undefined;
  const isOwnApp = type.needsLogin && answers.app === 'own';
  const isComplete =
    name.trim() !== '' &&
    Object.keys(problems).length === 0 &&
    (!isOwnApp || (clientId.trim() !== '' && clientSecret !== '' && callbackProblem === undefined));

  const common = () => {
    const accountId = target.account?.peakaAccount.id;
    if (!isComplete || accountId === undefined || target.project === null) return undefined;
    return { linkId, accountId, project: target.project, type: type.type, name: name.trim(), values };
  };

  return {
    linkId,
    name,
    setName,
    answers,
    answer: (change: Partial<Answers>) => {
      const next = { ...answers, ...change };
      setAnswers(next);
      setCallbackUrl(callbackFor(next, window, callbackUrl));
    },
    window,
    setWindow: (next: LoginWindow) => {
      setWindow(next);
      setCallbackUrl(callbackFor(answers, next, callbackUrl));
    },
    clientId,
    setClientId,
    clientSecret,
    setClientSecret,
    callbackUrl,
    setCallbackUrl,
    callbackProblem,
    peakaCallbackUrl,
    isOwnApp,
    fields,
    inputs,
    input: (field: string, value: string | boolean) => setInputs((before) => ({ ...before, [field]: value })),
    problems,
    hasChanges: Object.keys(inputs).length > 0 || clientId !== '' || clientSecret !== '' || name !== type.label,
    /** `undefined`: something is missing. */
    formRequest: (): CallRequest<'peaka.createFromForm'> | undefined => common(),
    /** `undefined`: something is missing. */
    loginRequest: (): CallRequest<'peaka.logIn'> | undefined => {
      const shared = common();
      return shared === undefined
        ? undefined
        : {
            ...shared,
            way: wayOf(answers),
            window,
            clientId: isOwnApp ? clientId.trim() : '',
            clientSecret: isOwnApp ? clientSecret : '',
            ownCallbackUrl: usesOwnCallback(answers) ? ownCallbackUrl : '',
            evenIfRedirectDiffers: false,
          };
    },
    /** Makes another link, and leaves what a failed login made as it is. */
    startOver: (): string => {
      const id = newId();
      setLinkId(id);
      return id;
    },
  };
}

export type ThroughForm = ReturnType<typeof useThroughForm>;
