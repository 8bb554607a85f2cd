/** OAuth1's problem reporting extension: a name for the client, and facts that help to fix the problem. */
export type ProblemName =
  | 'version_rejected'
  | 'parameter_absent'
  | 'parameter_rejected'
  | 'timestamp_refused'
  | 'nonce_used'
  | 'signature_method_rejected'
  | 'signature_invalid'
  | 'consumer_key_unknown'
  | 'token_used'
  | 'token_expired'
  | 'token_rejected'
  | 'permission_unknown'
  | 'permission_denied';

/** RFC 5849 §3.2: 400 for malformed requests, 401 for wrong credentials. */
const malformed = new Set<ProblemName>([
  'version_rejected',
  'parameter_absent',
  'parameter_rejected',
  'signature_method_rejected',
]);

export class OAuth1Problem extends Error {
  readonly problem: ProblemName;
  readonly status: 400 | 401;
  readonly facts: Readonly<Record<string, string>>;

  constructor(problem: ProblemName, advice: string, facts: Record<string, string> = {}) {
    super(advice);
    this.problem = problem;
    this.status = malformed.has(problem) ? 400 : 401;
    this.facts = { oauth_problem: problem, oauth_problem_advice: advice, ...facts };
  }
}
