import { Fault } from '#shared/fault/fault.ts';
import { envNames } from './env-names.ts';

export type EnvKey = keyof typeof envNames;

/**
 * Reads environment variables by their key in {@link envNames}.
 * @throws Fault that names every variable that is missing or empty, not only the first.
 */
export function readEnv<const Key extends EnvKey>(keys: readonly Key[]): Record<Key, string> {
  const missing = keys.map((key) => envNames[key]).filter((name) => !process.env[name]);
  if (missing.length > 0) {
    const advice = 'deploy again: infra gives each function what it reads';
    throw new Fault('not-configured', `missing environment variables: ${missing.join(', ')}`, { advice });
  }
  return Object.fromEntries(keys.map((key) => [key, process.env[envNames[key]]])) as Record<Key, string>;
}

/** The service's name on log lines and metrics; the function's own where none is set. */
export function serviceName(): string {
  return process.env.POWERTOOLS_SERVICE_NAME ?? process.env.AWS_LAMBDA_FUNCTION_NAME ?? 'backhaul';
}

/** Where CloudWatch is, if not at its usual address (an emulator). */
export function metricsEndpoint(): string | undefined {
  return process.env.AWS_ENDPOINT_URL_CLOUDWATCH ?? process.env.AWS_ENDPOINT_URL;
}

/** Where identities are, if not at their usual address (an emulator). */
export function identityEndpoint(): string | undefined {
  return process.env.AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER ?? process.env.AWS_ENDPOINT_URL;
}

/** Where S3 is, if not at its usual address (an emulator). */
export function s3Endpoint(): string | undefined {
  return process.env.AWS_ENDPOINT_URL_S3 ?? process.env.AWS_ENDPOINT_URL;
}
