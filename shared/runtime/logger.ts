import { Logger } from '@aws-lambda-powertools/logger';
import { serviceName } from './env.ts';

/** One logger per container. Its keys are reset after each invocation, by the wrappers. */
export const logger = new Logger({ serviceName: serviceName() });
