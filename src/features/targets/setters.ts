/** Who set a target. */
export const setters = [
  'party_committee',
  'people_council',
  'people_committee',
  'ministry',
  'superior',
  'own',
  'several',
  'unknown',
] as const
export type Setter = (typeof setters)[number]
