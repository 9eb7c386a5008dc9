// Runs the architecture rules and refuses a green tick over nothing: a cruise of 0 modules is a failure.
import { cruise } from 'dependency-cruiser'
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config'
import config from '../dependency-cruiser.mjs'

const FEWEST_MODULES = 50

const { output } = await cruise(
  ['src'],
  { ...config.options, ruleSet: { forbidden: config.forbidden }, validate: true },
  config.options.enhancedResolveOptions,
  { tsConfig: extractTSConfig('tsconfig.json') },
)
const { violations, totalCruised } = output.summary
for (const { rule, from, to, cycle } of violations) {
  const sentence = config.forbidden.find((one) => one.name === rule.name)?.comment ?? ''
  const way = cycle?.length ? cycle.map((one) => one.name ?? one).join(' → ') : to
  console.error(`${rule.name}: ${from} → ${way}\n  ${sentence}`)
}
if (totalCruised < FEWEST_MODULES) {
  console.error(`Only ${totalCruised} modules were looked at: the rules did not see the program.`)
  process.exit(1)
}
if (violations.length > 0) process.exit(1)
console.log(`boundaries: ${totalCruised} modules, no rule broken`)
