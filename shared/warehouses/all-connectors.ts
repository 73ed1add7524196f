import { createHttpConnector } from './http/connector.ts';
import { createQimenConnector } from './qimen/connector.ts';

/** How each connector is made that calls a WMS. Written by `npm run registries` from the folders beside it. */
export const allConnectors = {
  http: createHttpConnector,
  qimen: createQimenConnector,
};
