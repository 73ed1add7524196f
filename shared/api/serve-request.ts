import { serveApiAnswers } from './answers/serve-api-answers.ts';
import { servingOf } from './serve.ts';

/** Answers what people and tools ask, as far as nothing is recorded by it. */
export const serveRequest = servingOf(serveApiAnswers);
export type Api = Parameters<typeof serveRequest>[0];
