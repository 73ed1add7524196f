import * as z from 'zod';

/** The number of an act within its record. */
export const actTaken = z
  .int()
  .min(1)
  .describe('its number within the record, now or when it was asked for before under this key; your next `ifAct`');
