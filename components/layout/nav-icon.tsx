import {
  Activity,
  Building2,
  ArrowLeftRight,
  ChartLine,
  Crosshair,
  Database,
  FileUser,
  Gauge,
  HeartPulse,
  type LucideIcon,
  ScrollText,
  Telescope,
} from "lucide-react";
import type { NavPage } from "./nav-items";

const ICONS: Record<NavPage, LucideIcon> = {
  overview: Telescope,
  matches: Crosshair,
  resumes: FileUser,
  postings: ScrollText,
  companies: Building2,
  trends: ChartLine,
  sources: Database,
  runs: Activity,
  quality: Gauge,
  health: HeartPulse,
  rates: ArrowLeftRight,
};

/** The icon of a page; its word always stands beside it or in a tooltip. */
export function NavIcon({ page, className = "size-4" }: { page: NavPage; className?: string }) {
  const Icon = ICONS[page];
  return <Icon aria-hidden className={className} />;
}
