import { inspectionResults, stockConditions } from '../goods/facts.ts';

export type Check = (value: unknown) => boolean;
/** A check for each field; fields that are not named are not looked at. */
export type Shape = Readonly<Record<string, Check>>;

const instantForm = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const text: Check = (value) => typeof value === 'string' && value.length > 0;
export const flag: Check = (value) => typeof value === 'boolean';
export const instant: Check = (value) =>
  typeof value === 'string' && instantForm.test(value) && !Number.isNaN(Date.parse(value));
export const count: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
export const ordinal: Check = (value) => count(value) && value !== 0;
export const integer: Check = (value) => Number.isSafeInteger(value);
export const maybe =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
export const oneOf =
  (allowed: readonly string[]): Check =>
  (value) =>
    typeof value === 'string' && allowed.includes(value);
export const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
export const shaped =
  (shape: Shape): Check =>
  (value) =>
    isObject(value) && Object.entries(shape).every(([key, check]) => check(value[key]));
export const recordOf =
  (check: Check): Check =>
  (value) =>
    isObject(value) && Object.values(value).every(check);

export const units = shaped({
  received: count,
  inspected: shaped(Object.fromEntries(inspectionResults.map((each) => [each, count]))),
  stockedIn: shaped(Object.fromEntries(stockConditions.map((each) => [each, count]))),
});
