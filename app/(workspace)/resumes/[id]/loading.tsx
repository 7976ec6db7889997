import { Card } from "@/components/ui/card";
import { Skeleton } from "@/components/ui/skeleton";

export default function Loading() {
  return (
    <div className="flex max-w-page flex-col gap-5">
      <Skeleton lines={2} className="max-w-md" />
      <Card>
        <Skeleton lines={8} />
      </Card>
    </div>
  );
}
