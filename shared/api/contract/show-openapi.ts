import * as z from 'zod';
import { contract } from '../contract.ts';

export const showOpenapi = contract({
  summary: { 'zh-CN': '本接口的 OpenAPI 3.1 描述', en: 'This API as OpenAPI 3.1' },
  reply: z.looseObject({ openapi: z.string() }),
  example: { reply: { openapi: '3.1.1' } },
});
