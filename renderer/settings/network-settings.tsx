import { queryOptions, useQuery } from '@tanstack/react-query';
import type { NetworkView } from '../../app/shared/contract/contract.ts';
import { call } from '../api/client.ts';
import { queryClient, useInfo } from '../api/queries.ts';
import { text } from '../messages/text.ts';
import { CompanyCertificates } from './company-certificates.tsx';
import { ProxySettings } from './proxy-settings.tsx';
import { Section } from './section.tsx';

const networkQuery = queryOptions({ queryKey: ['network'], queryFn: () => call('network.read', {}) });

const keep = (network: NetworkView): void => {
  queryClient.setQueryData(networkQuery.queryKey, network);
};

/** The network settings: which proxy to use and which certificates to trust. */
export function NetworkSettings() {
  const network = useQuery(networkQuery).data;
  const platform = useInfo()?.platform;
  if (network === undefined) return null;
  return (
    <Section title={text('settings.network')} name="network">
      <ProxySettings proxy={network.proxy} onSaved={keep} />
      <CompanyCertificates certificates={network.certificates} platform={platform} onSaved={keep} />
    </Section>
  );
}
