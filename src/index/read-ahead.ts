/**
 * Gives each task's result when it is asked for, in the order of the tasks, and starts on the next one as soon as
 * one is done: while a paper is being embedded by other threads the next is read, never more than that one.
 */
export function readAhead<Task, Result>(
  tasks: Task[],
  read: (task: Task) => Promise<Result>,
): (task: Task) => Promise<Result> {
  const started = new Map<Task, Promise<Result>>();
  const start = (task: Task): Promise<Result> => {
    const reading = started.get(task) ?? read(task);
    started.set(task, reading);
    // It is reported when the task is asked for, which may be never if the run is stopped.
    reading.catch(() => {});
    return reading;
  };
  return async (task) => {
    const result = start(task);
    const next = tasks[tasks.indexOf(task) + 1];
    try {
      return await result;
    } finally {
      started.delete(task);
      if (next !== undefined) start(next);
    }
  };
}
