// npm run fresh -- bookworm trixie [--quick]: does the README hold on a machine that has nothing yet?
// Makes a folder with a whole Debian of that name, clones this repository into it, and runs the two commands
// of the README there; with --quick the build and the command line only. Needs root, Linux and debootstrap.
//
// Everything is mounted in a mount namespace of its own, which ends with the run: whatever happens to the
// folder afterwards cannot reach the machine it stands on.
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { has, root, run } from './run.mjs';

/** Where the distribution's own Node is too old: the line that the README gives for it. */
const newerNode = { bookworm: 'npx -y -p node@22 ' };
const known = ['bookworm', 'trixie'];

const words = process.argv.slice(2);
const quick = words.includes('--quick');
const suites = words.filter((word) => !word.startsWith('--'));
const unknown = suites.filter((suite) => !known.includes(suite));
if (suites.length === 0 || unknown.length > 0) {
  console.error(
    `Noem een of meer van: ${known.join(', ')}. Met --quick alleen bouwen en de opdrachtregel.`,
  );
  process.exit(2);
}
if (process.getuid?.() !== 0 || !has('unshare')) {
  console.error('Dit heeft Linux en root nodig: het maakt een map met een heel Debian erin.');
  process.exit(2);
}
if (!has('debootstrap'))
  run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'debootstrap']);

/** The mirror that this machine itself installs from, so that nothing else has to be reached. */
function mirror() {
  const { stdout } = spawnSync('apt-get', ['indextargets', '--format', '$(SITE)'], {
    encoding: 'utf8',
  });
  return (
    stdout.split('\n').find((site) => /\/debian\/?$/.test(site)) ?? 'http://deb.debian.org/debian'
  );
}

/** How this machine reaches its registries, if in a way of its own. */
function handOver(folder) {
  const files = [
    ['/etc/resolv.conf', 'etc/resolv.conf'],
    [join(homedir(), '.npmrc'), 'root/.npmrc'],
  ];
  for (const [from, to] of files) if (existsSync(from)) copyFileSync(from, join(folder, to));
  const settings = '/etc/apt/apt.conf.d';
  for (const name of existsSync(settings) ? readdirSync(settings) : [])
    if (/^\s*Acquire/m.test(readFileSync(join(settings, name), 'utf8')))
      copyFileSync(join(settings, name), join(folder, settings, name));
  const bundle = process.env.NODE_EXTRA_CA_CERTS;
  if (bundle !== undefined && existsSync(bundle)) {
    mkdirSync(join(folder, 'usr/local/share/ca-certificates'), { recursive: true });
    copyFileSync(bundle, join(folder, 'usr/local/share/ca-certificates/own.crt'));
  }
}

const versions = 'node --version; npm --version; em++ --version | head -1; c++ --version | head -1';

function tryOn(suite) {
  const folder = mkdtempSync(`/var/tmp/spreidingswijzer-${suite}-`);
  const started = performance.now();
  const packages = 'ca-certificates,git,nodejs,npm';
  run('debootstrap', ['--variant=minbase', `--include=${packages}`, suite, folder, mirror()], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  handOver(folder);
  run('git', ['clone', '--quiet', '--no-hardlinks', root, join(folder, 'root/clone')]);
  const node = newerNode[suite] ?? '';
  // `npm start` serves until it is stopped: it says where, and that is enough.
  const start = `(${node}npm start 2>&1 & echo $! > /tmp/pid) | tee /tmp/start | sed '/Stoppen met/q'; kill $(cat /tmp/pid)`;
  const commands = quick
    ? `${node}npm run build && node dist/spreidingswijzer.mjs allocate --round 2026 --format csv | wc -l`
    : `${start}; ${node}npm test`;
  writeFileSync(
    join(folder, 'root/try.sh'),
    `set -e\nexport LANG=C.UTF-8 HOME=/root DEBIAN_FRONTEND=noninteractive\ncd /root/clone\n${commands}\n${versions}\n`,
  );
  const inside = [
    `mount --make-rprivate /`,
    `mount -t proc proc ${folder}/proc`,
    `mount -t tmpfs tmpfs ${folder}/dev/shm 2>/dev/null || { mkdir -p ${folder}/dev/shm; mount -t tmpfs tmpfs ${folder}/dev/shm; }`,
    `for device in null zero random urandom tty full; do touch ${folder}/dev/$device; mount --bind /dev/$device ${folder}/dev/$device; done`,
    `exec chroot ${folder} bash /root/try.sh`,
  ].join(' && ');
  const { status } = spawnSync('unshare', ['--mount', '--pid', '--fork', 'bash', '-c', inside], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  const release = readFileSync(join(folder, 'etc/debian_version'), 'utf8').trim();
  rmSync(folder, { recursive: true, force: true });
  return `${suite} (Debian ${release}): ${status === 0 ? 'goed' : `mislukt (${status})`}, ${seconds} s`;
}

const outcomes = suites.map(tryOn);
console.log(`\n${outcomes.join('\n')}`);
if (outcomes.some((outcome) => outcome.includes('mislukt'))) process.exit(1);
