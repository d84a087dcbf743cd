// Packs the program with all that it needs at run time, for places without a network, and writes the SHA-256 beside it.
// Takes the folder to write to; this one, if none is named. Needs no network itself: it packs what is installed here.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const destination = resolve(process.argv[2] ?? '.');
const manifest = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
const name = `aiact-check-${manifest.version}-offline.tgz`;

const packed = mkdtempSync(join(tmpdir(), 'aiact-check-offline-'));
try {
  const [{ files }] = npm(['pack', '--dry-run', '--json', '--ignore-scripts'], root);
  const libraries = runtimeLibraries();
  for (const path of [...files.map((file) => file.path), ...libraries])
    cpSync(join(root, path), join(packed, path), { recursive: true });
  const { devDependencies: _, scripts: __, ...kept } = manifest;
  const bundled = { ...kept, bundleDependencies: Object.keys(manifest.dependencies) };
  writeFileSync(join(packed, 'package.json'), `${JSON.stringify(bundled, null, 2)}\n`);
  const [{ filename }] = npm(['pack', '--json', '--ignore-scripts'], packed);

  const tarball = readFileSync(join(packed, filename));
  writeFileSync(join(destination, name), tarball);
  const sum = createHash('sha256').update(tarball).digest('hex');
  writeFileSync(join(destination, `${name}.sha256`), `${sum}  ${name}\n`);
  console.log(
    `${join(destination, name)}\n${(tarball.length / 1e6).toFixed(1)} MB, ${libraries.length} libraries, SHA-256 ${sum}`,
  );
} finally {
  rmSync(packed, { recursive: true, force: true });
}

/** Paths of the installed packages that the lock file does not keep for development. Each must carry its licence. */
function runtimeLibraries() {
  const { packages } = JSON.parse(readFileSync(`${root}package-lock.json`, 'utf8'));
  const paths = Object.entries(packages).flatMap(([path, { dev, devOptional }]) =>
    path === '' || dev || devOptional ? [] : [path],
  );
  const bare = paths.filter(
    (path) => !readdirSync(join(root, path)).some((file) => /^(licen[cs]e|copying)/i.test(file)),
  );
  if (bare.length > 0) throw new Error(`No licence in ${bare.join(', ')}`);
  return paths;
}

/** What npm prints as JSON. Arguments are ours and plain, so that the shell that Windows needs for npm sees nothing odd. */
function npm(args, cwd) {
  const ran = spawnSync('npm', args, {
    cwd,
    encoding: 'utf8',
    shell: process.platform === 'win32',
    maxBuffer: 20_000_000,
  });
  if (ran.status !== 0) throw new Error(ran.stderr || String(ran.error));
  return JSON.parse(ran.stdout);
}
