import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { roles } from '#shared/returns/acts/roles.ts';
import { parcelSides, parcelStages } from '#shared/returns/carrier/parcel-stages.ts';
import { deadlineKinds } from '#shared/returns/deadlines/kinds.ts';
import { inspectionResults, stockConditions } from '#shared/returns/goods/facts.ts';
import { moneyKinds } from '#shared/returns/money/facts.ts';
import { caseKinds } from '#shared/returns/opening/facts.ts';
import { warehouseStatuses } from '#shared/returns/pre-advice/facts.ts';
import { noteCodes } from '#shared/returns/record/note.ts';
import { attentionGroupWords, horizonWords, waitsOnWords } from '#shared/words/attention-group-words.ts';
import { attentionWords } from '#shared/words/attention-words.ts';
import { candidateWords } from '#shared/words/candidate-words.ts';
import { caseKindWords } from '#shared/words/case-kind-words.ts';
import { deadlineWords } from '#shared/words/deadline-words.ts';
import { decidedWords } from '#shared/words/decision-words.ts';
import { findingWords, suggestionWords } from '#shared/words/finding-words.ts';
import { headlineWords } from '#shared/words/headline-words.ts';
import { liabilityWords } from '#shared/words/liability-words.ts';
import { moneyWords } from '#shared/words/money-words.ts';
import { outcomeWords } from '#shared/words/outcome-words.ts';
import { conditionWords, qualityWords } from '#shared/words/quality-words.ts';
import { reasonWords } from '#shared/words/reason-words.ts';
import { roleWords } from '#shared/words/role-words.ts';
import { speakerWords } from '#shared/words/speaker-words.ts';
import { stageWords } from '#shared/words/stage-words.ts';
import { strayListWords } from '#shared/words/stray-words.ts';
import { timeOutWords } from '#shared/words/time-out-words.ts';
import { todoWords } from '#shared/words/todo-words.ts';
import { warehouseStatusWords } from '#shared/words/warehouse-words.ts';
import type { Words } from '#shared/words/words.ts';
import { writerWords } from '#shared/words/writer-words.ts';

const glossary = readFileSync(join(import.meta.dirname, '../../../docs/glossary.md'), 'utf8');

/** The cells of each row of the table below a heading. */
function rowsBelow(heading: string): string[][] {
  const [, section = ''] = glossary.split(`\n${heading}\n`);
  const [own = ''] = section.split(/\n#+ /);
  const lines = own.split('\n').filter((line) => line.startsWith('| '));
  return lines.slice(1).map((line) => line.slice(2, -2).split(' | '));
}

function codesOf(words: Words, codes: readonly string[]): Words {
  return Object.fromEntries(codes.map((code) => [code, words[code] ?? { 'zh-CN': '', en: '' }]));
}

/** The words of each table, over the codes of its union: the compiler holds words and unions together, this test words and glossary. */
const tables: Readonly<Record<string, Words>> = {
  Roles: codesOf(roleWords, roles),
  'Case kinds': codesOf(caseKindWords, caseKinds),
  Reasons: reasonWords,
  Headlines: headlineWords,
  Decisions: decidedWords,
  'Parcel stages': codesOf(stageWords, parcelStages),
  'Parcel sides': codesOf(stageWords, parcelSides),
  Quality: qualityWords,
  Findings: findingWords,
  'Suggested dispositions': suggestionWords,
  Liability: liabilityWords,
  Disposition: codesOf(conditionWords, stockConditions),
  'Money kinds': codesOf(moneyWords, moneyKinds),
  'Deadline kinds': deadlineWords,
  'Time-outs': timeOutWords,
  Attention: codesOf(attentionWords, noteCodes),
  'Attention groups': attentionGroupWords,
  'To do': todoWords,
  'Waits for': waitsOnWords,
  'Time left': horizonWords,
  'Warehouse statuses': codesOf(warehouseStatusWords, warehouseStatuses),
  Parties: speakerWords,
  Writers: writerWords,
  Strays: strayListWords,
  Candidates: candidateWords,
  Outcomes: outcomeWords,
};

describe('docs/glossary.md', () => {
  it.each(Object.entries(tables))('has the words of %s, each code once and no other', (title, words) => {
    const rows = rowsBelow(`### ${title}`);

    expect(Object.fromEntries(rows.map(([code, zh, en]) => [code?.replaceAll('`', ''), { 'zh-CN': zh, en }]))).toEqual(
      words,
    );
    expect(rows).toHaveLength(Object.keys(words).length);
  });

  it('has a table here for each that it has', () => {
    expect([...glossary.matchAll(/^### (.*)$/gm)].map(([, title]) => title)).toEqual(Object.keys(tables));
  });

  it('names our own deadlines, and the results of a check, among those that it has', () => {
    expect(Object.keys(deadlineWords)).toEqual(expect.arrayContaining([...deadlineKinds]));
    expect(Object.keys(qualityWords)).toEqual(expect.arrayContaining([...inspectionResults]));
  });

  it.each(['Words of the field', 'Words of the code'])('gives each of the %s one meaning', (title) => {
    const rows = rowsBelow(`## ${title}`);
    const words = rows.map(([word]) => word);

    expect(rows.length).toBeGreaterThan(20);
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
    expect(rows.filter((cells) => cells.some((cell) => cell.trim() === ''))).toEqual([]);
  });
});
