import { fromEnv } from '@aws-sdk/credential-provider-env';

/**
 * Stands in every function's bundle for `@aws-sdk/credential-provider-node` (see infra/bundling.ts): of that package's chain of providers,
 * Lambda only ever has what the first one finds, credentials in the environment. They are read anew for each signature.
 */
export const defaultProvider = fromEnv;
