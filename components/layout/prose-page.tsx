import type { ReactNode } from "react";

export type ProseSection = { id: string; title: string; body: ReactNode };

/** A page to be read: a title, a lead and sections, in a measure that reads well. */
export function ProsePage({ title, lead, sections }: { title: string; lead: string; sections: ProseSection[] }) {
  return (
    <article className="py-8 phone:py-12">
      <h1 className="text-xl phone:text-2xl">{title}</h1>
      <p className="mt-3 max-w-measure text-md text-muted">{lead}</p>
      <div className="mt-8 flex flex-col gap-7">
        {sections.map((section) => (
          <section
            key={section.id}
            aria-labelledby={section.id}
            className="grid gap-x-8 gap-y-1 border-t pt-4 phone:grid-cols-[14rem_1fr]"
          >
            <h2 id={section.id} className="text-base font-semibold">
              {section.title}
            </h2>
            <div className="flex max-w-measure flex-col gap-3">{section.body}</div>
          </section>
        ))}
      </div>
    </article>
  );
}
