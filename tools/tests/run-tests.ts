import { describeCounts, hasFailed } from './test-counts.ts';
import { parts, runPart } from './test-parts.ts';

const wantedMajor = 24;

const teach = `npm test                 runs everything
npm test -- unit infra   runs only these parts
npm test -- --help       tells this

${parts.map(({ name, what }) => `  ${name.padEnd(12)}${what}`).join('\n')}

The integration part starts a local AWS of its own, or uses the one at AWS_ENDPOINT_URL.`;

async function main(asked: readonly string[]): Promise<number> {
  if (asked.includes('--help')) {
    console.log(teach);
    return 0;
  }
  const unknown = asked.filter((name) => !parts.some((part) => part.name === name));
  if (unknown.length > 0) {
    console.error(`There is no part named ${unknown.join(', ')}.\n\n${teach}`);
    return 2;
  }
  if (process.versions.node.split('.')[0] !== String(wantedMajor)) {
    console.error(
      `This is Node ${process.versions.node}; the project runs on ${wantedMajor}, which npm ci brings: use npm test.`,
    );
    return 1;
  }
  const chosen = parts.filter(({ name }) => asked.length === 0 || asked.includes(name));
  const counts = [];
  for (const [n, part] of chosen.entries()) {
    console.log(`\n[${n + 1}/${chosen.length}] ${part.name}: ${part.what}`);
    counts.push(await runPart(part));
  }
  console.log(describeCounts(counts));
  return hasFailed(counts) ? 1 : 0;
}

process.exitCode = await main(process.argv.slice(2));
