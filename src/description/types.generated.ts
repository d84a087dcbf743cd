// Generated from rules/ by `npm run generate`; do not edit.

export type YesNo = 'yes' | 'no' | 'unknown';
export type ListOf<T extends string> = T | 'none' | 'unknown' | readonly (T | `${T}?` | 'unknown')[];
export type ControlStatus = 'yes' | 'no' | 'in-place' | 'planned' | 'missing' | 'unknown';
export type ControlInput =
  | ControlStatus
  | { status?: ControlStatus; evidence?: string | readonly string[]; reviewed?: string; by?: string; owner?: string; note?: string };

/** A description as `aiact-check` reads it: every fact is optional, and what is absent is unknown. */
export interface SystemDescription {
  'aiact-check': string;
  system: {
    name: string;
    version?: string;
    description?: string;
  };
  ai?: {
    technique?: ListOf<'machine-learning' | 'knowledge-based' | 'fixed-rules' | 'fitted-formula' | 'basic-statistics' | 'physical-simulation'>;
    'learns-in-use'?: YesNo;
    generates?: ListOf<'text' | 'image' | 'audio' | 'video'>;
    'only-assists-editing'?: YesNo;
    'general-purpose-model'?: 'none' | 'builds-on' | 'tunes-substantially' | 'provides' | 'unknown';
    'systemic-risk'?: YesNo;
  };
  operator?: {
    roles?: ListOf<'provider' | 'deployer' | 'importer' | 'distributor' | 'authorised-representative' | 'product-manufacturer' | 'initial-provider'>;
    changes?: ListOf<'own-name' | 'substantial-modification' | 'new-purpose'>;
    country?: string;
    size?: 'micro' | 'small' | 'medium' | 'small-mid-cap' | 'large' | 'unknown';
  };
  market?: {
    stage?: 'development' | 'testing-on-people' | 'on-market' | 'unknown';
    'in-eu'?: YesNo;
    'output-in-eu'?: YesNo;
    'open-source'?: YesNo;
    'placed-on'?: string;
    'planned-placing'?: string;
    'significant-change'?: 'none' | 'planned' | 'made' | 'unknown';
  };
  deployment?: {
    by?: ListOf<'public-hospital' | 'private-nonprofit-hospital' | 'private-hospital' | 'practice' | 'laboratory' | 'pharmacy' | 'emergency-service' | 'social-security' | 'public-authority' | 'for-public-authority' | 'mutual-insurer' | 'insurer' | 'school' | 'research-organisation' | 'company' | 'individuals'>;
    context?: ListOf<'care' | 'home' | 'hospital-organisation' | 'workplace' | 'education' | 'insurance' | 'public-services' | 'research'>;
    'in-use'?: YesNo;
    'planned-use'?: string;
  };
  purpose?: {
    'solely-for'?: ListOf<'scientific-research' | 'military' | 'personal-use'>;
    medical?: ListOf<'diagnosis' | 'prevention' | 'monitoring' | 'prediction' | 'prognosis' | 'treatment' | 'alleviation' | 'physiology' | 'in-vitro-information' | 'conception-support' | 'contraception' | 'annex-xvi'>;
    'individual-patients'?: YesNo;
    processing?: 'storage-or-transfer' | 'simple-search' | 'analysis' | 'unknown';
    drafts?: ListOf<'transcript' | 'summary' | 'suggestions'>;
    'used-for'?: ListOf<'diagnostic-decisions' | 'therapeutic-decisions' | 'monitoring' | 'vital-monitoring'>;
    'likely-harm'?: 'none' | 'minor' | 'serious-deterioration' | 'surgical-intervention' | 'irreversible-deterioration' | 'death' | 'by-grid' | 'unknown';
    significance?: 'informs' | 'drives' | 'treats-or-diagnoses' | 'unknown';
    situation?: 'non-serious' | 'serious' | 'critical' | 'unknown';
    users?: ListOf<'health-professional' | 'patients' | 'public' | 'administrative-staff' | 'insurance-staff' | 'researchers' | 'other-staff'>;
  };
  device?: {
    'conformity-route'?: 'notified-body' | 'self-declaration' | 'in-house' | 'custom-made' | 'investigation' | 'unknown';
    relation?: 'none' | 'module' | 'drives' | 'equipment' | 'accessory' | 'safety-component' | 'property-component' | 'other-component' | 'unknown';
    functions?: ListOf<'treats-with-energy' | 'treats-with-hazardous-energy' | 'treats-with-radiation' | 'governs-hazardous-therapy' | 'governs-active-implant' | 'diagnoses-with-energy' | 'measures-vital-processes' | 'measures-immediate-danger' | 'images-with-radiation' | 'administers-substances' | 'administers-hazardously' | 'under-other-rules'>;
    'closed-loop'?: YesNo;
    'class-i-aspects'?: ListOf<'sterile' | 'measuring' | 'reusable-surgical'>;
    'annex-xvi'?: 'hair-removal-light' | 'intense-light' | 'fat-reduction' | 'brain-stimulation' | 'other' | 'unknown';
    'hardware-class'?: 'I' | 'Is' | 'Im' | 'Ir' | 'IIa' | 'IIb' | 'III' | 'A' | 'As' | 'B' | 'C' | 'D' | 'unknown';
    'specimen-data'?: 'none' | 'minor' | 'substantial' | 'only' | 'unknown';
    'in-vitro'?: ListOf<'transfusion-safety' | 'high-propagation-agent' | 'critical-infectious-load' | 'critical-blood-groups' | 'tissue-typing' | 'cancer' | 'genetic-testing' | 'companion-diagnostic' | 'prenatal-or-newborn' | 'serious-infection' | 'life-threatening-management' | 'general-laboratory'>;
    'test-setting'?: ListOf<'laboratory' | 'near-patient' | 'self-test' | 'simple-self-test'>;
    legacy?: 'none' | 'certificate' | 'declaration' | 'unknown';
    'legacy-conditions'?: YesNo;
    label?: {
      class?: 'not-a-device' | 'I' | 'Is' | 'Im' | 'Ir' | 'IIa' | 'IIb' | 'III' | 'A' | 'As' | 'B' | 'C' | 'D' | 'unknown';
      'notified-body'?: string;
    };
  };
  product?: {
    kind?: 'none' | 'section-a' | 'machinery' | 'section-b' | 'unknown';
    assessment?: 'none' | 'other-risks-only' | 'third-party' | 'unknown';
  };
  uses?: ListOf<'remote-biometric-identification' | 'biometric-categorisation' | 'health-categorisation' | 'other-biometric-categories' | 'emotion-recognition' | 'critical-infrastructure' | 'education-admission' | 'learning-assessment' | 'education-level' | 'exam-monitoring' | 'recruitment' | 'worker-management' | 'public-benefits' | 'creditworthiness' | 'insurance-risk-pricing' | 'emergency-calls' | 'emergency-dispatch' | 'emergency-triage' | 'law-enforcement-victim-risk' | 'law-enforcement-polygraph' | 'law-enforcement-evidence' | 'law-enforcement-reoffending' | 'law-enforcement-profiling' | 'border-polygraph' | 'border-risk' | 'border-applications' | 'border-identification' | 'justice' | 'elections'>;
  practices?: ListOf<'manipulation' | 'exploiting-vulnerability' | 'social-scoring' | 'crime-prediction' | 'facial-scraping' | 'emotion-at-work-or-school' | 'biometric-deduction' | 'real-time-identification' | 'intimate-imagery' | 'child-abuse-material'>;
  'practice-exceptions'?: ListOf<'lawful-treatment' | 'lawful-evaluation' | 'verifiable-facts' | 'targeted-collection' | 'lawful-labelling' | 'authorised-identification' | 'explicit-consent' | 'no-more-exposure' | 'safeguards'>;
  people?: {
    'interacts-directly'?: YesNo;
    'obviously-ai'?: YesNo;
    affected?: ListOf<'patients' | 'workers' | 'learners' | 'insured' | 'beneficiaries' | 'public'>;
    'emotion-reason'?: 'medical' | 'safety' | 'other' | 'unknown';
    publishes?: ListOf<'deep-fakes' | 'unreviewed-public-interest-text'>;
  };
  decision?: {
    task?: ListOf<'narrow-procedural' | 'improves-human-result' | 'detects-patterns' | 'preparatory'>;
    'material-influence'?: YesNo;
    profiling?: YesNo;
    'solely-automated'?: YesNo;
  };
  data?: {
    personal?: 'none' | 'anonymous' | 'pseudonymised' | 'identifiable' | 'unknown';
    health?: YesNo;
    'large-scale'?: YesNo;
    role?: ListOf<'controller' | 'processor'>;
    'hosted-by'?: 'own' | 'third-party' | 'none' | 'unknown';
    'processing-started'?: YesNo;
    'bias-special-categories'?: YesNo;
  };
  claims?: {
    'ai-act-level'?: 'not-an-ai-system' | 'out-of-scope' | 'minimal' | 'transparency' | 'high-risk' | 'prohibited' | 'unknown';
    'device-class'?: 'not-a-device' | 'I' | 'Is' | 'Im' | 'Ir' | 'IIa' | 'IIb' | 'III' | 'A' | 'As' | 'B' | 'C' | 'D' | 'unknown';
    'self-declaration'?: YesNo;
    exempted?: YesNo;
  };
  controls?: ControlsInput;
  'accepted-gaps'?: readonly { duty: string; because: string; by: string; since: string; until: string }[];
}

export interface ControlsInput {
  'data-governance.practices'?: ControlInput;
  'data-governance.representativeness'?: ControlInput;
  'data-governance.bias'?: ControlInput;
  'technical-documentation.file'?: ControlInput;
  'logging.automatic'?: ControlInput;
  'transparency.operation'?: ControlInput;
  'instructions.for-use'?: ControlInput;
  'human-oversight.limits'?: ControlInput;
  'human-oversight.automation-bias'?: ControlInput;
  'human-oversight.interpretation'?: ControlInput;
  'human-oversight.override'?: ControlInput;
  'human-oversight.stop'?: ControlInput;
  'human-oversight.two-persons'?: ControlInput;
  'performance.accuracy'?: ControlInput;
  'performance.declared-metrics'?: ControlInput;
  'performance.robustness'?: ControlInput;
  'performance.feedback-loops'?: ControlInput;
  'security.measures'?: ControlInput;
  'security.ai-threats'?: ControlInput;
  'identification.provider'?: ControlInput;
  'accessibility.requirements'?: ControlInput;
  'quality-management.system'?: ControlInput;
  'technical-documentation.retention'?: ControlInput;
  'logging.retention'?: ControlInput;
  'incidents.corrective-action'?: ControlInput;
  'authorities.requests'?: ControlInput;
  'authorised-representative.mandate'?: ControlInput;
  'authorised-representative.tasks'?: ControlInput;
  'importer.verification'?: ControlInput;
  'importer.identification'?: ControlInput;
  'distributor.verification'?: ControlInput;
  'handover.documentation'?: ControlInput;
  'handover.ruled-out'?: ControlInput;
  'suppliers.agreement'?: ControlInput;
  'deployer.use-as-instructed'?: ControlInput;
  'human-oversight.assigned'?: ControlInput;
  'deployer.input-data'?: ControlInput;
  'deployer.monitoring'?: ControlInput;
  'deployer.incident-route'?: ControlInput;
  'deployer.worker-information'?: ControlInput;
  'registration.checked'?: ControlInput;
  'deployer.dpia-information'?: ControlInput;
  'transparency.notice'?: ControlInput;
  'fundamental-rights.assessment'?: ControlInput;
  'fundamental-rights.notification'?: ControlInput;
  'ai-literacy.training'?: ControlInput;
  'conformity-assessment.biometrics'?: ControlInput;
  'conformity-assessment.internal-control'?: ControlInput;
  'conformity-assessment.device-procedure'?: ControlInput;
  'conformity-assessment.quality-system'?: ControlInput;
  'conformity-assessment.change-control'?: ControlInput;
  'conformity-assessment.declaration'?: ControlInput;
  'conformity-assessment.ce-marking'?: ControlInput;
  'registration.provider'?: ControlInput;
  'registration.exempted'?: ControlInput;
  'registration.deployer'?: ControlInput;
  'bias-data.necessity'?: ControlInput;
  'bias-data.protection'?: ControlInput;
  'bias-data.access'?: ControlInput;
  'bias-data.no-transfer'?: ControlInput;
  'bias-data.deletion'?: ControlInput;
  'bias-data.records'?: ControlInput;
  'transparency.ai-disclosure'?: ControlInput;
  'transparency.marking'?: ControlInput;
  'transparency.exposure-notice'?: ControlInput;
  'transparency.deep-fake-label'?: ControlInput;
  'transparency.text-label'?: ControlInput;
  'transparency.form'?: ControlInput;
  'general-purpose.notification'?: ControlInput;
  'general-purpose.documentation'?: ControlInput;
  'general-purpose.downstream-information'?: ControlInput;
  'general-purpose.copyright'?: ControlInput;
  'general-purpose.training-summary'?: ControlInput;
  'general-purpose.representative'?: ControlInput;
  'general-purpose.evaluation'?: ControlInput;
  'general-purpose.risks'?: ControlInput;
  'general-purpose.incidents'?: ControlInput;
  'general-purpose.cybersecurity'?: ControlInput;
  'classification.exemption-assessment'?: ControlInput;
  'post-market.monitoring'?: ControlInput;
  'incidents.reporting'?: ControlInput;
  'incidents.fundamental-rights'?: ControlInput;
  'deployer.explanation'?: ControlInput;
  'risk-management.process'?: ControlInput;
  'risk-management.fundamental-rights'?: ControlInput;
  'risk-management.testing'?: ControlInput;
  'risk-management.vulnerable-groups'?: ControlInput;
  'in-house.laboratory-accreditation'?: ControlInput;
  'performance.evaluation'?: ControlInput;
  'device.software-lifecycle'?: ControlInput;
  'device.responsible-person'?: ControlInput;
  'device.unique-identifier'?: ControlInput;
  'device.udi-registration'?: ControlInput;
  'in-house.safety-requirements'?: ControlInput;
  'in-house.no-transfer'?: ControlInput;
  'in-house.justification'?: ControlInput;
  'in-house.authority-information'?: ControlInput;
  'in-house.public-declaration'?: ControlInput;
  'in-house.documentation'?: ControlInput;
  'in-house.experience-review'?: ControlInput;
  'device.conformity-assessment'?: ControlInput;
  'clinical.evaluation'?: ControlInput;
  'device.surveillance-report'?: ControlInput;
  'device.safety-update-report'?: ControlInput;
  'patients.information'?: ControlInput;
  'use.record-in-file'?: ControlInput;
  'explanation.for-users'?: ControlInput;
  'human-guarantee.college'?: ControlInput;
  'hosting.certified'?: ControlInput;
  'hosting.storage-in-eea'?: ControlInput;
  'pricing.no-medical-data'?: ControlInput;
  'data-protection.impact-assessment'?: ControlInput;
  'data-protection.legal-basis'?: ControlInput;
  'data-protection.information'?: ControlInput;
  'automated-decisions.safeguards'?: ControlInput;
  'automated-decisions.health-data'?: ControlInput;
  'data-protection.processing-contract'?: ControlInput;
  'data-protection.records'?: ControlInput;
  'data-protection.security'?: ControlInput;
  'data-protection.officer'?: ControlInput;
}
