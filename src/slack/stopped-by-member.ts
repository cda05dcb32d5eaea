/** The reason that a job's signal is aborted with when its member stopped it, or took the question away. */
export class StoppedByMember extends Error {
  constructor() {
    super('stopped by the member');
    this.name = 'StoppedByMember';
  }
}
