import { httpAbout } from './http/about.ts';
import { qimenAbout } from './qimen/about.ts';
import { queueAbout } from './queue/about.ts';

/** What each connector is. Written by `npm run registries` from the folders beside it. */
export const allAbouts = {
  http: httpAbout,
  qimen: qimenAbout,
  queue: queueAbout,
};
