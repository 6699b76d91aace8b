// The backlog of the pretended planner: tasks in memory, and lines of words read very roughly.

import { writeLength } from "../src/fields";
import type { Backlog } from "../src/messages/Backlog";
import type { Category } from "../src/messages/Category";
import type { Occurrence } from "../src/messages/Occurrence";
import type { QuickReading } from "../src/messages/QuickReading";
import type { TaskLine } from "../src/messages/TaskLine";
import type { TaskPatch } from "../src/messages/TaskPatch";
import type { Words } from "../src/messages/Words";

const task = (id: number, title: string, category: Category, change: Partial<TaskLine>) => ({
  task: id,
  title,
  category,
  estimate: null,
  estimate_words: "",
  planned: 0,
  left: null,
  left_words: "",
  next_minutes: 60,
  goal: "",
  due: null,
  due_words: "",
  overdue: false,
  energy: null,
  notes: "",
  tags: [],
  finished: null,
  ...change,
});

export const sampleTasks = (): TaskLine[] => [
  task(1, "Write the migration guide", "technical", {
    estimate: 240,
    due: "2026-11-20",
    due_words: "due tomorrow",
    energy: "high",
    goal: "Storage 2.0",
  }),
  task(2, "Prepare the offsite", "management", { estimate: 90 }),
  task(3, "Read “Staff Engineer”", "growth", { energy: "low", tags: ["stretch"] }),
  task(4, "Answer the survey", "management", { finished: "2026-11-18" }),
];

/** The list with what blocks give to each task. */
export function backlogOf(tasks: TaskLine[], blocks: Occurrence[], rev: number): Backlog {
  const lines = tasks.map((line) => {
    const planned = blocks
      .filter((o) => o.task === line.task)
      .reduce((total, o) => total + o.minutes, 0);
    const left = line.estimate === null ? null : Math.max(0, line.estimate - planned);
    return {
      ...line,
      planned,
      left,
      estimate_words: line.estimate === null ? "" : writeLength(line.estimate),
      left_words:
        left === null
          ? ""
          : left === 0
            ? "all planned"
            : planned > 0
              ? `${writeLength(left)} of ${writeLength(line.estimate ?? 0)} left`
              : `${writeLength(left)} left`,
      next_minutes: Math.min(120, left || 60),
    };
  });
  const open = lines.filter((line) => line.finished === null);
  const left = open.reduce((total, line) => total + (line.left ?? 0), 0);
  return {
    rev,
    tasks: open,
    finished: lines.filter((line) => line.finished !== null),
    words: `${open.length} tasks, ${writeLength(left)} left to plan`,
  };
}

export const newTask = (tasks: TaskLine[], title: string, category: Category): TaskLine =>
  task(Math.max(0, ...tasks.map((line) => line.task)) + 1, title, category, {});

export const patched = (line: TaskLine, patch: TaskPatch): TaskLine => ({
  ...line,
  ...patch,
  estimate: patch.estimate === undefined ? line.estimate : patch.estimate || null,
  due: patch.due === undefined ? line.due : patch.due || null,
  energy: patch.energy === undefined ? line.energy : ((patch.energy || null) as TaskLine["energy"]),
});

/** Knows "Thu 9-10" and "#t", no more. */
export function readWords({ text, to_backlog }: Words): QuickReading {
  const time = /\bThu (\d{1,2})-(\d{1,2})\b/i.exec(text);
  const mark = /#[tmgp]\b/.exec(text);
  const category = ({ t: "technical", m: "management", g: "growth", p: "personal" } as const)[
    (mark?.[0][1] ?? "t") as "t"
  ];
  const title = text.replace(time?.[0] ?? "", "").replace(mark?.[0] ?? "", "");
  const clock = (hour: string | undefined) => `${(hour ?? "").padStart(2, "0")}:00`;
  const timed = time !== null && !to_backlog;
  const when = timed ? `Thursday 19 November, ${clock(time[1])} to ${clock(time[2])}` : "Backlog";
  const parts = [
    ...(time ? [{ at: time, kind: "time" as const, meaning: when }] : []),
    ...(mark ? [{ at: mark, kind: "category" as const, meaning: category }] : []),
  ].map(({ at, ...rest }) => ({ ...rest, from: at.index, until: at.index + at[0].length }));
  const plain = title.replace(/\s+/g, " ").trim();
  const empty = text.trim() === "";
  return {
    sentence: empty ? "" : `${when}, ${category}: ${plain}`,
    parts,
    title: plain,
    category,
    category_named: mark !== null,
    start: timed ? `2026-11-19T${clock(time[1])}:00` : null,
    task: !timed,
    repeats: false,
    refused:
      !empty && plain === ""
        ? {
            code: "refused",
            message: "A task needs a title.",
            hint: "Add in a few words what is to be done.",
            field: null,
          }
        : null,
  };
}
