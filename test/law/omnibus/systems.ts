import { DEVICE, type Facts, NEUTRAL } from '../../cases/describe.ts';

/** Placed far beyond every date that was moved, unless a row says otherwise. */
const LATE: Facts = { 'market.planned-placing': '2029-01', 'practice-exceptions': 'none' };
export const PLAIN: Facts = { ...NEUTRAL, ...LATE };
export const MEDICAL: Facts = { ...DEVICE, ...LATE, 'device.class-i-aspects': 'none' };
export const DIAGNOSTIC: Facts = {
  ...MEDICAL,
  'purpose.medical': '[in-vitro-information]',
  'device.specimen-data': 'only',
  'device.test-setting': '[laboratory]',
  'device.in-vitro': '[cancer]',
};
export const PERSONAL: Facts = {
  'data.personal': 'identifiable',
  'data.health': 'yes',
  'data.large-scale': 'yes',
  'data.role': '[controller]',
  'data.hosted-by': 'own',
};
export const product = (kind: string, assessment: string): Facts => ({
  ...PLAIN,
  'product.kind': kind,
  'product.assessment': assessment,
});
export const component = (relation: string): Facts => ({
  ...PLAIN,
  'device.relation': relation,
  'device.hardware-class': 'IIb',
  'device.conformity-route': 'notified-body',
});
export const TRIAGE: Facts = { ...PLAIN, uses: '[emergency-triage]', 'decision.profiling': 'yes' };
export const EXEMPTED: Facts = {
  ...PLAIN,
  uses: '[public-benefits]',
  'deployment.by': '[social-security]',
  'decision.task': '[preparatory]',
  'decision.material-influence': 'no',
};
export const CHATBOT: Facts = {
  ...PLAIN,
  'market.stage': 'on-market',
  'market.placed-on': '2026-03',
  'market.significant-change': 'none',
  'ai.generates': '[text]',
  'ai.only-assists-editing': 'no',
  'people.interacts-directly': 'yes',
  'people.obviously-ai': 'no',
};
export const MODEL: Facts = { ...CHATBOT, 'ai.general-purpose-model': 'provides', 'ai.systemic-risk': 'yes' };
