import { notFound } from "next/navigation";
import { AppError } from "@/lib/core/kernel/app-error";

/** For pages: what a service does not find is a page that does not exist; every other error goes on. */
export async function orNotFound<T>(found: Promise<T>): Promise<T> {
  try {
    return await found;
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") notFound();
    throw error;
  }
}
