import { deviceCodeLifetime, deviceFlow, takeCodeOfLink } from './device-flow.ts';
import type { ServiceGrant } from './service-grant.ts';

/** RFC 8628. */
export const deviceCode: ServiceGrant = {
  grantType: 'urn:ietf:params:oauth:grant-type:device_code',
  features: { deviceFlow },
  routes: { device_authorization: '/oauth2/device_authorization', code_verification: '/oauth2/device' },
  ttl: () => ({ DeviceCode: deviceCodeLifetime }),
  register: (provider) => {
    provider.use(async (context, next) => {
      if (context.path === '/oauth2/device' && context.method === 'GET') takeCodeOfLink(context);
      await next();
      // The default interval of 5 seconds (§3.2) is not needed on the same machine.
      if (context.path === '/oauth2/device_authorization' && context.status === 200)
        context.body = { ...(context.body as object), interval: 1 }; // an object, as the provider made it
    });
  },
};
