/** Words that faces print besides the cards' own texts. Names in `{braces}` are filled in. */
export const faces = {
  // Patterns
  usually: 'Usually',
  effort: 'Effort',
  // Risks
  soundsLike: 'Sounds like',
  severity1: 'Embarrasses',
  severity2: 'Wastes a quarter',
  severity3: 'Hurts people or ends the program',
  guards: 'Guards',
  // Arguments
  person: 'The person',
  us: 'Us',
  lessEffort: 'Less effort',
  moreValue: 'More value',
  measureBy: 'Measure by',
  // Ingredients: the words before an ingredient's clause in the if-then sentence
  beforeAudience: 'If',
  beforeContext: 'If someone',
  beforeContent: 'then',
  beforeElement: '…',
  beforeMeasure: 'measured by',
  have: 'Have',
  need: 'Need',
  cannotUse: 'Cannot use',
  system: 'System',
  owner: 'Owner',
  // Recipes
  who: 'Who',
  when: 'When',
  what: 'What',
  where: 'Where',
  otherwise: 'Default',
  forThem: 'For them',
  forUs: 'For us',
  measure: 'Measure',
  guardrail: 'Guard',
  stop: 'Stops when',
  or: 'or',
  patterns: 'Patterns',
  // Activities
  youLeaveWith: 'You leave with',
  minutes: { one: 'minute', other: 'minutes' },
  days: { one: 'day', other: 'days' },
  groups: 'Who',
  boards: 'Boards',
  worksheets: 'Worksheets',
  bring: 'Bring',
  cards: 'Cards',
  // Roles
  brings: 'Brings',
  owns: 'Owns',
  // Cover
  edition: 'Edition {version}',
  // Every back
  goesWith: 'Goes with',
  // The card of what has changed since an edition
  whatChanged: 'What Changed',
  fromTo: 'From edition {since} to {version}',
  putIn: 'Put in',
  swap: 'Swap for the new print',
  takeOut: 'Take out',
  nowCalled: '{old} (now {code})',
  wasCalled: '{code} (was {old})',
  codesStay: 'The code of a card that was taken out is never given to another.',
  // Numbers in running text, from zero, with a space between them; those beyond the last are digits
  numbers:
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty',
};
