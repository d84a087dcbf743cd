import { DUTY, dueOf, holder, isWithin, LEVEL, moved, type Row } from './row.ts';
import { CHATBOT, DIAGNOSTIC, EXEMPTED, MEDICAL, MODEL, PERSONAL, TRIAGE } from './systems.ts';

/** Article 28 to the Annexes. */
export const LATER_ARTICLES: readonly Row[] = [
  {
    article: '28 to 30, Annex XIV, 40(2), 69(2), 70(8), 77, 95(4), 96(1), 97',
    did: 'for notified bodies, authorities, standardisers and the Commission',
    system: MEDICAL,
    bindsOthers: ['28', '29', '30', '40', '69', '70', '77', '95', '96', '97'],
  },
  {
    article: '42(3)',
    did: 'products under the Cyber Resilience Act may be deemed secure; the duty is the same',
    system: MEDICAL,
    untouched: ['15'],
    bindsOthers: ['42'],
  },
  {
    article: '43(3)',
    did: 'the quality management system is assessed with the product too',
    system: MEDICAL,
    changes: { [`${DUTY}43.quality-system].applies`]: [undefined, 'yes'] },
    stays: { [`${DUTY}43.device-procedure].applies`]: 'yes' },
    explains: isWithin(/^duties\[eu-ai-act\.art-43\.quality-system\]$/),
  },
  {
    article: '43(1), (2), (4) to (6), 44 to 48',
    did: 'untouched',
    system: TRIAGE,
    stays: { [`${DUTY}43.internal-control].applies`]: 'yes', [`${DUTY}47.declaration].applies`]: 'yes' },
    untouched: ['43', '44', '45', '46', '47', '48'],
  },
  {
    article: '49, Annex VIII',
    did: 'registration stays, of exempted systems too; two data items go',
    system: EXEMPTED,
    stays: { [`${DUTY}49.exempted].applies`]: 'yes' },
    untouched: ['49'],
  },
  {
    article: '50(1) to (6)',
    did: 'untouched, and not postponed',
    system: { ...CHATBOT, 'ai.generates': 'none' },
    stays: { [LEVEL]: 'transparency', [`${DUTY}50.ai-disclosure].due.value`]: '2026-08-02' },
  },
  {
    article: '60(1), 60(2)',
    did: 'testing in real-world conditions is open to devices too; its conditions are the same',
    system: { ...MEDICAL, 'market.stage': 'testing-on-people' },
    changes: { [`${DUTY}60.plan].applies`]: ['no', 'yes'], [`${DUTY}61.consent].applies`]: ['no', 'yes'] },
    explains: ({ path, before }) => /^duties\[eu-ai-act\.art-6[01]\.[^\]]+\]$/.test(path) && before === undefined,
  },
  {
    article: '72(3)',
    did: 'guidance in place of an implementing act; the duty to monitor is the same',
    system: MEDICAL,
    stays: { [`${DUTY}72.monitoring].applies`]: 'yes' },
    untouched: ['72'],
  },
  {
    article: '75, 75a to 75d',
    did: 'the AI Office alone supervises a system built on its provider’s own model',
    system: MODEL,
    changes: { 'classification.overlays[eu-ai-act.ai-office].value': ['no', 'yes'] },
    explains: isWithin(/\[eu-ai-act\.(ai-office|own-model)[ \]]/),
  },
  {
    article: '99(6a)',
    did: 'the lower amount for small mid-caps too, in the second tier',
    system: { ...MEDICAL, 'operator.size': 'small-mid-cap' },
    changes: { [`${DUTY}9.risk-management].penalty.takes`]: ['higher', 'lower'] },
    stays: { [`${DUTY}5].penalty.takes`]: 'higher' },
    explains: ({ path, before, after }) =>
      /^duties\[.*\]\.penalty\.takes$/.test(path) && before === 'higher' && after === 'lower',
  },
  {
    article: '99(1), 99(6)',
    did: 'national penalties and the lower amount for SMEs stand',
    system: { ...MEDICAL, 'operator.size': 'small' },
    stays: {
      [`${DUTY}72.monitoring].penalty.id`]: 'ai-act.national',
      [`${DUTY}9.risk-management].penalty.takes`]: 'lower',
    },
  },
  {
    article: '111(2)',
    did: 'the cut-off for earlier systems goes with the date of the route, no longer 2 August 2026 for all',
    system: {
      ...MEDICAL,
      'market.planned-placing': '2026-10',
      'market.significant-change': 'none',
      'deployment.by': '[practice]',
    },
    changes: {
      'classification.aiAct.from.value': ['2027-08-02', 'never'],
      [`${DUTY}9.risk-management].status`]: ['unanswered', 'spared'],
      [`${DUTY}9.risk-management].contested[eu-ai-act.legacy-annex-i].would[due].possible`]: [
        undefined,
        ['2028-08-02'],
      ],
    },
    explains: ({ path, before }, all) => {
      const due = dueOf(path, all);
      const isSpared =
        /never|2030-08-02/.test(JSON.stringify(due?.after ?? '')) &&
        !/never|2030/.test(JSON.stringify(due?.before ?? ''));
      return (
        (isSpared && holder(path) !== path) ||
        (before === undefined && /contested\[eu-ai-act\.legacy(-annex-i+)? /.test(path))
      );
    },
  },
  {
    article: '111(4)',
    did: 'generators on the market before 2 August 2026 have until 2 December 2026 to mark',
    system: CHATBOT,
    changes: { [`${DUTY}50.marking].due.value`]: ['2026-08-02', '2026-12-02'] },
    explains: isWithin(
      /^duties\[eu-ai-act\.art-50\.(marking|form)\]\.(due|window|contested)|contested\[eu-ai-act\.marking-regime /,
    ),
  },
  {
    article: '111(1), 111(3), 51 to 55',
    did: 'untouched: earlier models have until 2 August 2027',
    system: { ...MODEL, 'market.placed-on': '2025-03' },
    stays: {
      [`${DUTY}53.documentation].due.value`]: '2027-08-02',
      [`${DUTY}53.documentation].penalty.id`]: 'ai-act.gpai',
    },
    untouched: ['53', '54', '55'],
  },
  {
    article: '113, Annex I',
    did: 'devices one year later, and only sections 1 to 3 of Chapter III named as deferred',
    system: MEDICAL,
    changes: {
      'classification.aiAct.from.value': ['2027-08-02', '2028-08-02'],
      [`${DUTY}14.override].due.value`]: ['2027-08-02', '2028-08-02'],
      [`${DUTY}72.monitoring].contested[eu-ai-act.section-5-regime].would[due].possible`]: [undefined, ['2026-08-02']],
    },
    explains: ({ path, before, after }, all) => {
      const due = dueOf(path, all);
      const isMoved = (one: unknown, other: unknown) => one !== undefined && moved(one) === JSON.stringify(other);
      return (
        isMoved(before, after) ||
        (due !== undefined && isMoved(due.before, due.after) && holder(path) !== path) ||
        (before === undefined && /contested\[eu-ai-act\.(section-5|exempted|real-world-test)-regime /.test(path))
      );
    },
  },
  {
    article: '113, Annex III',
    did: 'listed uses sixteen months later',
    system: TRIAGE,
    changes: {
      'classification.aiAct.from.value': ['2026-08-02', '2027-12-02'],
      [`${DUTY}14.override].due.value`]: ['2026-08-02', '2027-12-02'],
    },
  },
  {
    article: 'Annex I, point 11',
    did: 'the MDR is still in Section A',
    system: MEDICAL,
    stays: { [LEVEL]: 'high-risk', 'classification.aiAct.routes[annex-i].value': 'yes' },
  },
  {
    article: 'Annex I, point 12',
    did: 'so is the IVDR',
    system: DIAGNOSTIC,
    stays: { [LEVEL]: 'high-risk', 'classification.device.regulation.value': 'ivdr' },
  },
  {
    article: '9, 12 to 16, 18 to 24, 26, 47, 48, 73, 74, 86',
    did: 'untouched',
    system: { ...TRIAGE, ...PERSONAL, 'operator.roles': '[provider, deployer]', 'deployment.by': '[public-hospital]' },
    stays: { [`${DUTY}73.incidents].applies`]: 'yes', [`${DUTY}86.explanation].applies`]: 'yes' },
    untouched: ['9', '12', '13', '14', '15', '16', '18', '19', '20', '21', '26', '47', '48', '73', '86'],
    bindsOthers: ['74'],
  },
];
