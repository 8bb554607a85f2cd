/** What services are for, in the order of the chooser. */
export const presetCategories = [
  'practice',
  'documents-storage',
  'crm-sales',
  'finance-erp',
  'commerce',
  'ads-analytics',
  'communication-marketing',
  'project-work',
  'support',
  'hr-time',
  'development',
  'identity-selfhosted',
  'media-community',
  'iot-energy-fitness',
  'logistics-other',
] as const;
