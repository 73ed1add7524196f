import { takeActsAnswers } from './answers/take-acts-answers.ts';
import { servingOf } from './serve.ts';

/** Answers what people and tools ask so that something is recorded. */
export const takeRequest = servingOf(takeActsAnswers);
