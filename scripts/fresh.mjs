// npm run fresh -- bookworm trixie [--quick]: does the README hold on a machine that has nothing yet?
// Makes a folder with a whole Debian of that name, clones this repository into it, and runs the two commands
// of the README there; with --quick the build and the command line only. Needs root, Linux and debootstrap.
//
// Everything is mounted in a mount namespace of its own, which ends with the run: whatever happens to the
// folder afterwards cannot reach the machine it stands on.
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
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

/** What is typed there, as the README says; each line must end well. */
function typed(suite) {
  const node = newerNode[suite] ?? '';
  const asked = 'dist/spreidingswijzer.mjs allocate --round 2026 --format csv';
  return [
    'set -e -o pipefail',
    'export LANG=C.UTF-8 HOME=/root DEBIAN_FRONTEND=noninteractive',
    'update-ca-certificates > /dev/null 2>&1',
    // debootstrap itself cannot configure npm, whose parts need one another.
    'apt-get update -q',
    'apt-get install -y -q --no-install-recommends git nodejs npm > /dev/null',
    'cd /root/clone',
    ...(quick
      ? [
          `${node}npm run build`,
          `${node}node ${asked} > /tmp/allocation.csv`,
          '[ "$(wc -l < /tmp/allocation.csv)" = 343 ]',
        ]
      : [
          // It serves until it is stopped: once it says so, the page must be there.
          `${node}npm start > /tmp/start 2>&1 & served=$!`,
          "until grep -q 'Stoppen met' /tmp/start; do kill -0 $served; sleep 1; done",
          `${node}node -e "fetch('http://127.0.0.1:8080/').then((page) => process.exit(page.ok ? 0 : 1))"`,
          'kill $served',
          `${node}npm test`,
        ]),
    `${node}node --version`,
    'em++ --version | head -n 1',
    'c++ --version | head -n 1',
  ].join('\n');
}

function tryOn(suite) {
  const folder = mkdtempSync(`/var/tmp/spreidingswijzer-${suite}-`);
  // Its root folder: others than root, such as apt's downloader, must get in.
  chmodSync(folder, 0o755);
  const started = performance.now();
  const outcome = () => {
    const log = join(folder, 'var/log/bootstrap.log');
    const bootstrap = spawnSync(
      'debootstrap',
      ['--variant=minbase', '--include=ca-certificates', suite, folder, mirror()],
      { stdio: ['ignore', 'ignore', 'inherit'] },
    );
    if (bootstrap.status !== 0)
      return `mislukt: debootstrap kreeg geen ${suite} van ${mirror()}${existsSync(log) ? `\n${readFileSync(log, 'utf8').slice(-1000)}` : ''}`;
    handOver(folder);
    run('git', ['clone', '--quiet', '--no-hardlinks', root, join(folder, 'root/clone')]);
    writeFileSync(join(folder, 'root/try.sh'), `${typed(suite)}\n`);
    const inside = [
      `mount --make-rprivate /`,
      `mount -t proc proc ${folder}/proc`,
      `mkdir -p ${folder}/dev/shm`,
      `mount -t tmpfs tmpfs ${folder}/dev/shm`,
      `for device in null zero random urandom tty full; do touch ${folder}/dev/$device; mount --bind /dev/$device ${folder}/dev/$device; done`,
      `exec chroot ${folder} bash /root/try.sh`,
    ].join(' && ');
    const { status } = spawnSync('unshare', ['--mount', '--pid', '--fork', 'bash', '-c', inside], {
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    const release = readFileSync(join(folder, 'etc/debian_version'), 'utf8').trim();
    return `${status === 0 ? 'goed' : `mislukt (${status})`}, Debian ${release}`;
  };
  try {
    const said = outcome();
    const seconds = ((performance.now() - started) / 1000).toFixed(0);
    return `${suite}: ${said}, ${seconds} s`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const outcomes = suites.map(tryOn);
console.log(`\n${outcomes.join('\n')}`);
if (outcomes.some((outcome) => outcome.includes('mislukt'))) process.exit(1);
