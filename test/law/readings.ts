import { BENEFITS, BOUGHT, DEVICE, type Facts, NEUTRAL } from '../cases/describe.ts';

/** The questions that the AI Act leaves open, for a health system. */
export const REGISTER: Record<string, string> = {
  U1: 'from when Section 5 and Articles 72, 73 and 86 apply',
  U2: 'from when Articles 6(4) and 49(2) apply',
  U3: 'whether a device that has a listed use owes what Annex III brings',
  U4: 'which day cuts off Article 111(2)',
  U5: 'whether Article 111(2) looks at the type or at each unit',
  U6: 'whether material influence is a test of its own in Article 6(3)',
  U7: 'whether the guidelines on Article 6 are final',
  U8: 'whether Article 26(7) covers staff who use a tool on patients',
  U9: 'whether Article 26(8) covers devices',
  U10: 'whether classes Is, Im and Ir meet Article 6(1)(b)',
  U11: 'whether a state of health is a biometric category',
  U12: 'which database, forms and guidance exist',
  U13: 'whether clinical text is marked',
  U14: 'on which day the transparency code was found adequate',
  U15: 'how many signed it',
  U16: 'what a small mid-cap is',
  U17: 'which ceiling Article 80(7) means',
  U18: 'who the French authorities are',
  U19: 'whether the choice of a procedure changes the classification',
  U20: 'what becomes of the proposal to move devices to Section B',
  a: 'Section 5 under the general date of Article 113',
  b: 'exempted systems under it',
  c: 'the several dates of Chapter III in Article 111(2)',
  d: 'what an earlier system is still held to',
  e: 'a device with a listed use, between two dates',
  f: 'the extra time for marking, and for marking alone',
  g: 'models for general purposes, earlier and new',
};

/** A system on which a reading is contested, where that shows, and what the two readings make of it. */
export interface Reading {
  /** Rows of the register that it settles. */
  readonly settles: readonly string[];
  readonly doubt: string;
  readonly system: Facts;
  readonly proposal?: string;
  /** `level`, or a duty. */
  readonly at: string;
  /** A level, a day, or whether the duty applies. */
  readonly used: string;
  /** The entry whose reading is contested, and where the rival reading comes from. */
  readonly rule: string;
  readonly source: string;
  /** What the rival would make of it; nothing for a doubt that changes no result and is told all the same. */
  readonly would?: string;
}

export const LISTED: Facts = {
  ...NEUTRAL,
  uses: '[emergency-triage]',
  'decision.profiling': 'yes',
  'people.affected': '[patients]',
};
const DUAL: Facts = {
  ...DEVICE,
  'operator.roles': '[provider, deployer]',
  'deployment.by': '[public-hospital]',
  uses: '[emergency-triage]',
  'decision.profiling': 'yes',
};
export const EARLIER: Facts = {
  'market.stage': 'on-market',
  'market.placed-on': '2026-09',
  'market.significant-change': 'none',
  'deployment.by': '[practice]',
};
export const GENERATOR: Facts = { ...NEUTRAL, 'ai.generates': '[text]', 'ai.only-assists-editing': 'no' };
const TALKING: Facts = { 'people.interacts-directly': 'yes', 'people.obviously-ai': 'no' };

const section5 = (at: string, system: Facts, used: string): Reading => ({
  settles: ['U1', 'a'],
  doubt: 'Section 5, 72, 73 and 86 deferred with the rest',
  system,
  at,
  used,
  rule: 'eu-ai-act.section-5-regime',
  source: 'ai-act:113(c)',
  would: '2026-08-02',
});

const dual = (at: string, rule: string, source: string, used: string, would: string): Reading => ({
  settles: ['U3', 'e'],
  doubt: 'a device that has a listed use as well',
  system: DUAL,
  at,
  used,
  rule,
  source,
  would,
});

const cutOff = (system: Facts, annex: string, would: string): Reading => ({
  settles: ['U4', 'c'],
  doubt: 'the cut-off of Article 111(2)',
  system: { ...system, ...EARLIER },
  at: 'level',
  used: 'never',
  rule: `eu-ai-act.legacy-${annex}`,
  source: 'art6-draft-guidelines:449',
  would,
});

/** What the register says of dates, duties and of Article 6; what it says of uses and practices stands beside it. */
export const REGISTERED: readonly Reading[] = [
  section5('eu-ai-act.art-43.internal-control', LISTED, '2027-12-02'),
  section5('eu-ai-act.art-43.device-procedure', DEVICE, '2028-08-02'),
  section5('eu-ai-act.art-47.declaration', DEVICE, '2028-08-02'),
  section5('eu-ai-act.art-48.ce-marking', LISTED, '2027-12-02'),
  section5('eu-ai-act.art-49.provider', LISTED, '2027-12-02'),
  section5('eu-ai-act.art-72.monitoring', DEVICE, '2028-08-02'),
  section5('eu-ai-act.art-73.incidents', LISTED, '2027-12-02'),
  section5('eu-ai-act.art-86.explanation', { ...LISTED, 'operator.roles': '[deployer]' }, '2027-12-02'),
  ...['eu-ai-act.art-6-4.assessment', 'eu-ai-act.art-49.exempted'].map((at) => ({
    settles: ['U2', 'b'],
    doubt: 'exempted systems deferred with those listed',
    system: BENEFITS,
    at,
    used: '2027-12-02',
    rule: 'eu-ai-act.exempted-regime',
    source: 'ai-act:113(c)',
    would: '2026-08-02',
  })),
  dual('level', 'eu-ai-act.high-risk-regime', 'mdcg-2025-6:27', '2027-12-02', '2028-08-02'),
  dual('eu-ai-act.art-43.device-procedure', 'eu-ai-act.section-5-regime', 'mdcg-2025-6:27', '2027-12-02', '2028-08-02'),
  dual('eu-ai-act.art-26.persons-informed', 'eu-ai-act.high-risk-listed', 'mdcg-2025-6:27', 'yes', 'no'),
  dual('eu-ai-act.art-27.assessment', 'eu-ai-act.high-risk-listed', 'mdcg-2025-6:27', 'yes', 'no'),
  dual('eu-ai-act.art-86.explanation', 'eu-ai-act.high-risk-listed', 'mdcg-2025-6:27', 'yes', 'no'),
  dual('eu-ai-act.art-49.provider', 'eu-ai-act.high-risk-listed', 'mdcg-2025-6:27', 'yes', 'no'),
  dual('eu-ai-act.art-49.provider', 'eu-ai-act.art-49.provider', 'ai-act:recital-131', 'yes', 'no'),
  cutOff(LISTED, 'annex-iii', '2027-12-02'),
  cutOff(DEVICE, 'annex-i', '2028-08-02'),
  {
    settles: ['U5', 'd'],
    doubt: 'type and model, or each unit',
    system: { ...DEVICE, ...EARLIER },
    at: 'level',
    used: 'never',
    rule: 'eu-ai-act.legacy',
    source: 'mdcg-2025-6:31',
  },
  ...['eu-ai-act.art-4.literacy', 'eu-ai-act.art-50.ai-disclosure'].map((at) => ({
    settles: ['d'],
    doubt: 'Articles 4 and 50 for earlier high-risk systems',
    system: { ...DEVICE, ...EARLIER, ...TALKING },
    at,
    used: 'yes',
    rule: 'eu-ai-act.in-scope-earlier-systems-too',
    source: 'ai-act:111(2)',
    would: 'no',
  })),
  {
    settles: ['U6'],
    doubt: 'material influence as a test of its own',
    system: { ...BENEFITS, 'decision.material-influence': 'yes' },
    at: 'level',
    used: 'high-risk',
    rule: 'eu-ai-act.exempted-use',
    source: 'art6-draft-guidelines:88',
    would: 'minimal',
  },
  {
    settles: ['U8'],
    doubt: 'staff who use a tool on patients',
    system: BOUGHT,
    at: 'eu-ai-act.art-26.workers',
    used: 'yes',
    rule: 'eu-ai-act.art-26.workers',
    source: 'ai-act:26(7)',
    would: 'no',
  },
  {
    settles: ['U10'],
    doubt: 'classes Is, Im and Ir',
    system: { ...BOUGHT, 'device.label.class': 'Im' },
    at: 'level',
    used: 'high-risk',
    rule: 'eu-ai-act.high-risk-route.annex-i',
    source: 'ai-act:6(1c)',
    would: 'minimal',
  },
  {
    settles: ['U11'],
    doubt: 'a state of health as a sensitive attribute',
    system: { ...NEUTRAL, uses: '[health-categorisation]', 'decision.profiling': 'yes' },
    at: 'level',
    used: 'high-risk',
    rule: 'eu-ai-act.annex-iii.1-b',
    source: 'art6-draft-guidelines:169',
    would: 'transparency',
  },
  {
    settles: ['U11'],
    doubt: 'a state of health as a category of which people are told',
    system: { ...NEUTRAL, 'operator.roles': '[deployer]', uses: '[health-categorisation]' },
    at: 'eu-ai-act.art-50.exposure',
    used: 'yes',
    rule: 'eu-ai-act.art-50-3',
    source: 'art6-draft-guidelines:169',
    would: 'no',
  },
  {
    settles: ['U13'],
    doubt: 'marking of clinical text',
    system: GENERATOR,
    at: 'eu-ai-act.art-50.marking',
    used: 'yes',
    rule: 'eu-ai-act.art-50-2',
    source: 'art50-guidelines:90',
    would: 'no',
  },
  {
    settles: ['f'],
    doubt: 'extra time for a generator put into service for own use',
    system: {
      ...GENERATOR,
      ...EARLIER,
      'operator.roles': '[provider, deployer]',
      'market.placed-on': '2026-03',
    },
    at: 'eu-ai-act.art-50.marking',
    used: '2026-12-02',
    rule: 'eu-ai-act.marking-regime',
    source: 'ai-act:111(4)',
    would: '2026-08-02',
  },
  {
    settles: ['U17'],
    doubt: 'the ceiling for a wrong claim of Article 6(3)',
    system: BENEFITS,
    at: 'eu-ai-act.art-6-4.assessment',
    used: 'yes',
    rule: 'eu-ai-act.art-6-4.assessment',
    source: 'ai-act:80(7)',
  },
];
