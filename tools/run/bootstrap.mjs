// Runs a script of this repository with its own Node, after installing what package-lock.json asks for. Plain JavaScript
// without packages, since on a clean clone it runs before anything is installed, with whatever Node (18 or newer) is there.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const wantedMajor = 24;
const root = fileURLToPath(new URL('../..', import.meta.url));
const bin = join(root, 'node_modules', '.bin');
const node = join(root, 'node_modules', 'node', 'bin', 'node');

function packagesOf(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : undefined;
}

/** True where each package of the lock is there in its version; those for other platforms may be missing. */
function isInstalled() {
  const installed = packagesOf(join(root, 'node_modules', '.package-lock.json'));
  if (installed === undefined || !existsSync(node)) {
    return false;
  }
  return Object.entries(packagesOf(join(root, 'package-lock.json'))).every(([path, wanted]) => {
    const found = installed[path];
    return path === '' || (found ? found.version === wanted.version : Boolean(wanted.optional));
  });
}

function install() {
  console.error('installing packages (npm ci)');
  const npm = process.env.npm_execpath;
  const options = { cwd: root, stdio: ['ignore', 2, 2] };
  const run = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, 'ci', '--no-audit', '--no-fund', '--loglevel=error'], options)
    : spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], options);
  if (run.status !== 0) {
    console.error('npm ci failed: see above. It needs npm 10 or newer and the package registry.');
    process.exit(1);
  }
}

function checkNode() {
  const version = spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout?.trim() ?? 'no Node';
  if (!version.startsWith(`v${wantedMajor}.`)) {
    console.error(
      `node_modules holds ${version || 'no Node'}, the project runs on Node ${wantedMajor}: delete node_modules and run this again.`,
    );
    process.exit(1);
  }
}

if (!isInstalled()) {
  install();
}
checkNode();
const path = [bin, dirname(node), process.env.PATH].filter(Boolean).join(delimiter);
const child = spawn(node, process.argv.slice(2), { cwd: root, stdio: 'inherit', env: { ...process.env, PATH: path } });
// A terminal sends Ctrl-C to both; this one waits for what the script makes of it.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => child.kill('SIGTERM'));
child.on('close', (code) => process.exit(code ?? 1));
