import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RegionInfo } from 'aws-cdk-lib/region-info';
import { type Merchant, merchantSchema } from '#shared/merchant/merchant.ts';
import { describeIssue } from './describe-issue.ts';
import { didYouMean } from './did-you-mean.ts';

const merchantsFolder = join(import.meta.dirname, 'merchants');

/** What whoever asked for a merchant, or wrote its file, has to change: its message says all of it. */
export class MerchantFileError extends Error {
  override readonly name = 'MerchantFileError';
}

/**
 * Reads and validates `<folder>/<name>.json`.
 * @throws MerchantFileError with one line per wrong field: its path, what it got, what is allowed, and what may have been meant.
 */
export function readMerchant(name: string, folder = merchantsFolder): Merchant {
  const file = join(folder, `${name}.json`);
  if (!/^[a-z0-9-]+$/.test(name) || !existsSync(file)) {
    const known = merchantNames(folder);
    const text = `there is no merchant "${name}"; known: ${known.join(', ')}${didYouMean(name, known)}`;
    throw new MerchantFileError(text);
  }
  const raw = parseJson(file);
  const parsed = merchantSchema.safeParse(raw);
  if (!parsed.success) {
    throw wrong(
      name,
      parsed.error.issues.flatMap((issue) => describeIssue(issue, { schema: merchantSchema, raw })),
    );
  }
  const { merchant, region } = parsed.data;
  if (merchant !== name) {
    throw wrong(name, [`  merchant: got ${JSON.stringify(merchant)}; it must be the file's name, "${name}"`]);
  }
  const regions = RegionInfo.regions.map((each) => each.name);
  if (!regions.includes(region)) {
    const meant = didYouMean(region, regions);
    throw wrong(name, [
      `  region: got ${JSON.stringify(region)}; is no region that this release of the CDK knows${meant}`,
    ]);
  }
  return parsed.data;
}

/** The files in infra/merchants. */
function merchantNames(folder: string): string[] {
  return readdirSync(folder)
    .filter((each) => each.endsWith('.json'))
    .map((each) => each.slice(0, -'.json'.length));
}

function wrong(name: string, lines: readonly string[]): MerchantFileError {
  return new MerchantFileError(`merchant file ${name}.json is wrong:\n${lines.join('\n')}`);
}

function parseJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new MerchantFileError(`merchant file ${file} is no JSON: ${(cause as Error).message}`, { cause });
  }
}
