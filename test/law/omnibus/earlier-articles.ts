import { DUTY, entersScope, hangsOnLevel, isWithin, LEVEL, leaves, type Row } from './row.ts';
import { component, EXEMPTED, MEDICAL, PERSONAL, PLAIN, product, TRIAGE } from './systems.ts';

/** Articles 1 to 27. */
export const EARLIER_ARTICLES: readonly Row[] = [
  {
    article: '2(2)',
    did: 'machinery joins the products of Section B, of which only Art. 6(1), 60a and 102 to 112 speak',
    system: product('machinery', 'third-party'),
    changes: { [LEVEL]: ['high-risk', 'out-of-scope'], 'classification.aiAct.outOfScope': [null, 'section-b'] },
    explains: (difference, all) => leaves(all) && hangsOnLevel(difference),
  },
  {
    article: '2(2), a device that is machinery as well',
    did: 'only the device is left in Section A: a doubt about its class begins to matter',
    system: {
      ...MEDICAL,
      'purpose.medical': '[conception-support]',
      'purpose.used-for': 'none',
      'device.class-i-aspects': '[measuring]',
      'product.kind': 'machinery',
      'product.assessment': 'third-party',
    },
    changes: {
      'classification.aiAct.contested[eu-ai-act.high-risk-route.annex-i Class].would[eu-ai-act.level].possible': [
        undefined,
        ['out-of-scope'],
      ],
    },
    explains: ({ path, before }) =>
      before === undefined && path.includes('.contested[eu-ai-act.high-risk-route.annex-i Class Is'),
  },
  {
    article: '2(2), vehicles and the like',
    did: 'were in Section B before and are still',
    system: product('section-b', 'third-party'),
    stays: { [LEVEL]: 'out-of-scope', 'classification.aiAct.outOfScope': 'section-b' },
  },
  {
    article: '2(7)',
    did: 'a cross-reference: data protection law stands as it stood',
    system: { ...MEDICAL, ...PERSONAL },
    stays: { 'duties[gdpr.art-35.impact-assessment].applies': 'yes' },
  },
  {
    article: '2(13)',
    did: 'an empowerment alone: nothing is limited until an act is adopted',
    system: MEDICAL,
    stays: { [`${DUTY}9.risk-management].applies`]: 'yes', [`${DUTY}17.quality-management].applies`]: 'yes' },
    untouched: ['9', '10', '11', '12', '13', '14', '15', '17', '18', '19', '20', '21', '22', '23', '24'],
  },
  {
    article: '3(14), 6(1a), 6(1b)',
    did: 'a component that could only damage property still counts, and this has become doubtful',
    system: component('property-component'),
    changes: {
      'classification.aiAct.contested[eu-ai-act.safety-component].would[eu-ai-act.level].possible': [
        undefined,
        ['minimal'],
      ],
    },
    stays: { [LEVEL]: 'high-risk' },
    explains: isWithin(/contested\[eu-ai-act\.safety-component /),
  },
  {
    article: '6(1a)',
    did: 'says expressly that comfort and performance make no safety component; they made none before',
    system: component('other-component'),
    stays: { [LEVEL]: 'minimal', 'classification.aiAct.contested[eu-ai-act.safety-component]': undefined },
  },
  {
    article: '4',
    did: 'from a sufficient level to support, same day, same penalty',
    system: PLAIN,
    changes: {
      [`${DUTY}4.literacy-sufficient].applies`]: ['yes', undefined],
      [`${DUTY}4.literacy].applies`]: [undefined, 'yes'],
      [`${DUTY}4.literacy].due.value`]: [undefined, '2025-02-02'],
    },
    explains: isWithin(/^duties\[eu-ai-act\.art-4\.literacy(-sufficient)?\]$/),
  },
  {
    article: '4a, 10(5)',
    did: 'bias work with sensitive data moves, applies at once, and its fine goes to national law',
    system: { ...MEDICAL, ...PERSONAL, 'data.bias-special-categories': 'yes' },
    changes: {
      [`${DUTY}10.sensitive-data].applies`]: ['yes', undefined],
      [`${DUTY}10.sensitive-data].due.value`]: ['2027-08-02', undefined],
      [`${DUTY}10.sensitive-data].penalty.id`]: ['ai-act.tier-2', undefined],
      [`${DUTY}4a.sensitive-data].due.value`]: [undefined, '2026-07-27'],
      [`${DUTY}4a.sensitive-data].penalty.id`]: [undefined, 'ai-act.national'],
    },
    explains: isWithin(/^duties\[eu-ai-act\.art-(10|4a)\.sensitive-data\]$/),
  },
  {
    article: '4a(2)',
    did: 'now for deployers and other AI systems too',
    system: { ...PLAIN, ...PERSONAL, 'operator.roles': '[deployer]', 'data.bias-special-categories': 'yes' },
    changes: {
      [`${DUTY}10.sensitive-data].applies`]: ['no', undefined],
      [`${DUTY}4a.sensitive-data].applies`]: [undefined, 'yes'],
    },
  },
  {
    article: '5',
    did: 'two prohibitions more, from 2 December 2026',
    system: { ...PLAIN, practices: '[intimate-imagery]' },
    changes: {
      [LEVEL]: ['minimal', 'prohibited'],
      [`${DUTY}5].due.value`]: ['2025-02-02', '2026-12-02'],
      [`${DUTY}5].status`]: ['in-place', 'missing'],
    },
    explains: ({ path, after }, all) =>
      /contested\[eu-ai-act\.art-5\.b[ab] /.test(path) ||
      (all.some((other) => other.path === LEVEL && other.after === 'prohibited') &&
        (/^classification\.aiAct\./.test(path) || /^duties\[eu-ai-act\.art-5\]/.test(path))) ||
      (after === 'prohibited' && path === LEVEL),
  },
  {
    article: '5, old practices',
    did: 'stand as they stood',
    system: { ...PLAIN, practices: '[social-scoring]' },
    stays: { [LEVEL]: 'prohibited', [`${DUTY}5].due.value`]: '2025-02-02' },
  },
  {
    article: '6(1c)',
    did: 'a third party for other risks than health and safety alone no longer counts',
    system: product('section-a', 'other-risks-only'),
    changes: { [LEVEL]: ['high-risk', 'minimal'] },
  },
  {
    article: '6(1c), vehicles and the like',
    did: 'with such an assessment alone they are ordinary systems, within the Act',
    system: product('section-b', 'other-risks-only'),
    changes: { [LEVEL]: ['out-of-scope', 'minimal'], 'classification.aiAct.outOfScope': ['section-b', null] },
    explains: (difference, all) =>
      (entersScope(all) && hangsOnLevel(difference)) ||
      /contested\[eu-ai-act\.excluded\.section-b |would\[eu-ai-act\.level\]/.test(difference.path),
  },
  {
    article: '6(2) to 6(5)',
    did: 'untouched: the exemption and its documentation stay',
    system: EXEMPTED,
    stays: { [LEVEL]: 'minimal', 'classification.aiAct.exempted': 'yes', [`${DUTY}6-4.assessment].applies`]: 'yes' },
    untouched: ['6'],
  },
  {
    article: '10, 11(1), 17(2), 63(1)',
    did: 'small mid-caps and SMEs are named; the duties are the same',
    system: { ...MEDICAL, 'operator.size': 'small-mid-cap' },
    stays: { [`${DUTY}11.technical-documentation].applies`]: 'yes', [`${DUTY}17.quality-management].applies`]: 'yes' },
  },
  {
    article: '25(4), 99(4)(da)',
    did: 'suppliers of models are named, and a fine of the second tier comes in',
    system: { ...MEDICAL, 'ai.general-purpose-model': 'builds-on' },
    changes: {
      [`${DUTY}25.component-suppliers].penalty.id`]: ['ai-act.national', undefined],
      [`${DUTY}25.suppliers].penalty.id`]: [undefined, 'ai-act.tier-2'],
    },
    explains: isWithin(/^duties\[eu-ai-act\.art-25\.(component-)?suppliers\]$/),
  },
  {
    article: '25(2), 99(4)(da)',
    did: 'what the initial provider hands over is spelt out, and a fine of the second tier comes in',
    system: { ...TRIAGE, 'operator.roles': '[initial-provider]' },
    changes: {
      [`${DUTY}25.cooperation].penalty.id`]: ['ai-act.national', undefined],
      [`${DUTY}25.handover].penalty.id`]: [undefined, 'ai-act.tier-2'],
    },
    explains: isWithin(/^duties\[eu-ai-act\.art-25\.(cooperation|handover)\]$/),
  },
  {
    article: '27(4), 27(5)',
    did: 'the assessment may import from the one on data protection; who owes it is unchanged',
    system: {
      ...PLAIN,
      ...PERSONAL,
      'operator.roles': '[deployer]',
      uses: '[insurance-risk-pricing]',
      'deployment.by': '[mutual-insurer]',
    },
    stays: { [`${DUTY}27.assessment].applies`]: 'yes' },
    untouched: ['26', '27'],
  },
];
