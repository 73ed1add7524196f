import { contract } from '../contract.ts';
import { caseShape } from '../shapes/case.ts';
import { caseExample } from '../shapes/case-example.ts';
import { casePath } from '../shapes/path.ts';

export const showCase = contract({
  summary: { 'zh-CN': '一个售后单的现状', en: 'A case as it stands' },
  path: casePath,
  reply: caseShape,
  example: { reply: caseExample },
});
