"use client";

import { useQuery } from "@tanstack/react-query";
import { z } from "zod";
import type { RunView } from "@/lib/services/runs/get-run";

const POLL_MS = 1_000;

/** Enough of an answer to know that it is a run: it comes from our own route, which made it from the same type. */
const answer = z.custom<RunView>(
  (value) => typeof value === "object" && value !== null && "stages" in value && "tail" in value && "status" in value,
);

async function fetchRun(id: string, signal: AbortSignal): Promise<RunView> {
  const response = await fetch(`/api/runs/${encodeURIComponent(id)}`, { signal });
  if (!response.ok) throw new Error(`The run was refused with ${response.status}.`);
  return answer.parse(await response.json());
}

/** A run, asked for again every second for as long as it is under way. */
export function useRun(id: string, initial?: RunView) {
  return useQuery({
    queryKey: ["run", id],
    queryFn: ({ signal }) => fetchRun(id, signal),
    ...(initial === undefined ? {} : { initialData: initial }),
    refetchInterval: ({ state }) => (state.data === undefined || state.data.underWay ? POLL_MS : false),
    staleTime: 0,
    retry: true,
  });
}
