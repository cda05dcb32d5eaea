/** Settings by which LangChain would send every question, passage and reply to a tracing service. */
const TRACING = /^(?:LANGSMITH|LANGCHAIN)_/;

/** Takes such settings out of the environment, wherever they came from: papers leave the machine for nobody's tracing. */
export function forbidTracing(env: Record<string, string | undefined>): void {
  for (const name of Object.keys(env)) if (TRACING.test(name)) delete env[name];
}
