// `npm test`: brings a browser for the stories if there is none, then runs everything.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const browsers = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
]

function run(command, args, options = {}) {
  return spawnSync(command, args, { stdio: 'inherit', ...options }).status ?? 1
}

function findBrowser() {
  if (process.env.CHROMIUM_PATH && existsSync(process.env.CHROMIUM_PATH)) return process.env.CHROMIUM_PATH
  return browsers.find((path) => existsSync(path))
}

function installBrowser() {
  const mayInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
  if (mayInstall) {
    console.log('No browser found: installing Debian’s chromium for the browser stories.')
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    run('apt-get', ['update', '-qq'], { env })
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
    })
  } else {
    console.log('No browser found: asking Playwright for one.')
    run('npx', ['playwright-core', 'install', 'chromium'])
  }
}

if (!findBrowser()) installBrowser()
const path = findBrowser()
const status = run('vitest', ['run', ...process.argv.slice(2)], {
  env: { ...process.env, ...(path ? { CHROMIUM_PATH: path } : {}) },
  shell: process.platform === 'win32',
})
process.exit(status)
