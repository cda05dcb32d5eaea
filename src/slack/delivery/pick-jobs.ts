import type { OpenJob } from '../../desk.ts';

export type Room = {
  /** Jobs that are being done. */
  running: ReadonlyMap<number, OpenJob>;
  /** Questions done at once, and how many of them may be one member's. */
  questions: number;
  perMember: number;
  /** Everything else, so that no question holds up a press or a home page. */
  others: number;
  now: number;
};

/** `waiting`: what would be next in its lane, and has to wait for room or for its time; till `lookAgainAt` if for that. */
export type Picked = { begin: OpenJob[]; waiting: OpenJob[]; lookAgainAt?: number };

/**
 * Which open jobs to begin now, and when to look again at those that wait for their time. In every lane only the
 * oldest job may run; a member's many questions leave room for others.
 */
export function pickJobs(open: OpenJob[], room: Room): Picked {
  const begin: OpenJob[] = [];
  const waiting: OpenJob[] = [];
  const running = [...room.running.values()];
  const lanes = new Set(running.map(({ lane }) => lane));
  for (const job of open) {
    if (room.running.has(job.id) || lanes.has(job.lane)) continue;
    lanes.add(job.lane);
    const mayBegin = job.notBefore <= room.now && hasRoom(job, [...running, ...begin], room);
    (mayBegin ? begin : waiting).push(job);
  }
  const times = waiting.map(({ notBefore }) => notBefore).filter((time) => time > room.now);
  return { begin, waiting, ...(times.length === 0 ? {} : { lookAgainAt: Math.min(...times) }) };
}

function hasRoom(job: OpenJob, taken: OpenJob[], { questions, others, perMember }: Room): boolean {
  const alike = taken.filter(({ isQuestion }) => isQuestion === job.isQuestion);
  if (!job.isQuestion) return alike.length < others;
  const own = alike.filter(({ team, user }) => team === job.team && user === job.user);
  return alike.length < questions && own.length < perMember;
}
