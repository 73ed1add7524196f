import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, type Stack } from 'aws-cdk-lib';
import type { Merchant } from '#shared/merchant/merchant.ts';
import { buildStacks } from '../../infra/build-stacks.ts';

export interface Resource {
  readonly Type: string;
  readonly Properties: Record<string, unknown>;
  readonly DeletionPolicy?: string;
}

export interface Synthesized {
  readonly data: Record<string, Resource>;
  readonly returns: Record<string, Resource>;
  /** What no one acknowledged, as `<rule> <construct>`. */
  readonly findings: readonly string[];
  readonly isProtected: readonly boolean[];
}

const { context } = JSON.parse(readFileSync(join(import.meta.dirname, '../../cdk.json'), 'utf8'));

export interface SynthesizeOptions {
  readonly isEmulator?: boolean;
  /** Changes the app after its stacks are built: plants what a rule must find. */
  readonly plant?: (stacks: ReturnType<typeof buildStacks>) => void;
}

/** Synthesizes a merchant's stacks as `cdk synth` does, without bundling the functions. */
export function synthesize(merchant: Merchant, { isEmulator = false, plant }: SynthesizeOptions = {}): Synthesized {
  const outdir = mkdtempSync(join(tmpdir(), 'backhaul-synth-'));
  try {
    const app = new App({ outdir, context: { ...context, 'aws:cdk:bundling-stacks': [] } });
    const stacks = buildStacks(app, { merchant, isEmulator, merchantFile: 'merchant.json', boardPage: 'page' });
    plant?.(stacks);
    const findings = synthesizeAndValidate(app, outdir);
    const resourcesOf = (stack: Stack): Record<string, Resource> =>
      JSON.parse(readFileSync(join(outdir, stack.templateFile), 'utf8')).Resources;
    return {
      data: resourcesOf(stacks.data),
      returns: resourcesOf(stacks.returns),
      findings,
      isProtected: [stacks.data, stacks.returns].map((stack) => stack.terminationProtection ?? false),
    };
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

/** A finding makes `synth` throw after everything is written; here it is a value. */
function synthesizeAndValidate(app: App, outdir: string): string[] {
  try {
    app.synth();
    return [];
  } catch (error) {
    const findings = findingsIn(join(outdir, 'validation-report.json'));
    if (findings.length === 0) {
      throw error;
    }
    return findings;
  }
}

interface Report {
  readonly pluginReports: readonly {
    readonly violations: readonly {
      readonly ruleName: string;
      readonly violatingConstructs: readonly { readonly constructPath?: string }[];
    }[];
  }[];
}

function findingsIn(file: string): string[] {
  const report: Report = JSON.parse(readFileSync(file, 'utf8'));
  return report.pluginReports.flatMap(({ violations }) =>
    violations.flatMap(({ ruleName, violatingConstructs }) =>
      violatingConstructs.map(({ constructPath }) => `${ruleName} ${constructPath}`),
    ),
  );
}

/** Resources of one type, by logical id. */
export function ofType(resources: Record<string, Resource>, type: string): [string, Resource][] {
  return Object.entries(resources).filter(([, resource]) => resource.Type === type);
}
